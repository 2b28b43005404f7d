-- +goose Up
-- modify "organizations" table
ALTER TABLE "organizations" ADD COLUMN "digested_until" timestamptz NULL;
-- modify "users" table
ALTER TABLE "users" ADD COLUMN "weekly_digest" boolean NOT NULL DEFAULT true;
-- create "digest_links" table
CREATE TABLE "digest_links" ("id" character varying NOT NULL, "token_hash" bytea NOT NULL, "created_at" timestamptz NOT NULL, "user_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "digest_links_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT);
-- create index "digest_links_token_hash_key" to table: "digest_links"
CREATE UNIQUE INDEX "digest_links_token_hash_key" ON "digest_links" ("token_hash");
-- create index "digestlink_user_id" to table: "digest_links"
CREATE INDEX "digestlink_user_id" ON "digest_links" ("user_id");
