-- +goose Up
-- modify "sign_in_links" table
ALTER TABLE "sign_in_links" ADD COLUMN "email" character varying NULL;
