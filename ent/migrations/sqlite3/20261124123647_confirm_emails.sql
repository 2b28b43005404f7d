-- +goose Up
-- add column "email" to table: "sign_in_links"
ALTER TABLE `sign_in_links` ADD COLUMN `email` text NULL;
