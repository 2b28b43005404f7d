-- +goose Up
-- modify "outbox_messages" table
ALTER TABLE "outbox_messages" ADD COLUMN "user_id" character varying NULL;
-- create index "outboxmessage_user_id_created_at" to table: "outbox_messages"
CREATE INDEX "outboxmessage_user_id_created_at" ON "outbox_messages" ("user_id", "created_at");
-- modify "sign_in_links" table
ALTER TABLE "sign_in_links" ADD COLUMN "delegation_id" character varying NULL, ADD CONSTRAINT "sign_in_links_delegations_delegation" FOREIGN KEY ("delegation_id") REFERENCES "delegations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- create index "signinlink_user_id_used_at" to table: "sign_in_links"
CREATE INDEX "signinlink_user_id_used_at" ON "sign_in_links" ("user_id", "used_at");
-- drop index "user_organization_id_user_name" from table: "users"
DROP INDEX "user_organization_id_user_name";
-- modify "users" table
ALTER TABLE "users" ADD COLUMN "name_key" character varying NOT NULL DEFAULT '', ADD COLUMN "protected" boolean NOT NULL DEFAULT false, ADD COLUMN "deleted_at" timestamptz NULL, ADD COLUMN "restore_enabled" boolean NOT NULL DEFAULT false, ADD COLUMN "purged_at" timestamptz NULL, ADD COLUMN "created_by_id" character varying NULL, ADD CONSTRAINT "users_partners_created_by" FOREIGN KEY ("created_by_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- create index "user_organization_id_created_at_id" to table: "users"
CREATE INDEX "user_organization_id_created_at_id" ON "users" ("organization_id", "created_at", "id");
-- create index "user_organization_id_deleted_at" to table: "users"
CREATE INDEX "user_organization_id_deleted_at" ON "users" ("organization_id", "deleted_at") WHERE ((deleted_at IS NOT NULL) AND (purged_at IS NULL));
-- create index "user_organization_id_name_key_id" to table: "users"
CREATE INDEX "user_organization_id_name_key_id" ON "users" ("organization_id", "name_key", "id");
-- create index "user_organization_id_role_set" to table: "users"
CREATE INDEX "user_organization_id_role_set" ON "users" ("organization_id", "role_set") WHERE (role_set <> 0);
-- create index "user_organization_id_user_name_id" to table: "users"
CREATE INDEX "user_organization_id_user_name_id" ON "users" ("organization_id", "user_name", "id");
-- create "user_words" table
CREATE TABLE "user_words" ("id" character varying NOT NULL, "organization_id" character varying NOT NULL, "word" character varying NOT NULL, "user_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "user_words_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT);
-- create index "userword_organization_id_word_user_id" to table: "user_words"
CREATE INDEX "userword_organization_id_word_user_id" ON "user_words" ("organization_id", "word" text_pattern_ops, "user_id");
-- create index "userword_user_id" to table: "user_words"
CREATE INDEX "userword_user_id" ON "user_words" ("user_id");
-- people who are there already: their order, and by which words they are found
UPDATE "users" SET "name_key" = lower("display_name");
INSERT INTO "user_words" ("id", "organization_id", "user_id", "word") SELECT 'wrd_' || replace(gen_random_uuid()::text, '-', ''), "organization_id", "user_id", "word" FROM (SELECT "organization_id", "id" AS "user_id", left("word", 64) AS "word" FROM "users", regexp_split_to_table("name_key", '\s+') AS "word" WHERE "word" <> '' UNION SELECT "organization_id", "id", left("user_name", 64) FROM "users" UNION SELECT "organization_id", "id", left("email", 64) FROM "users" WHERE "email" <> '') AS "words";
