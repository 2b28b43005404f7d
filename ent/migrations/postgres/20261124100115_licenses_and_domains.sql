-- +goose Up
-- drop index "domain_organization_id_name" from table: "domains"
DROP INDEX "domain_organization_id_name";
-- drop index "domains_name_key" from table: "domains"
DROP INDEX "domains_name_key";
-- modify "domains" table
ALTER TABLE "domains" ADD COLUMN "is_default" boolean NOT NULL DEFAULT false, ADD COLUMN "proof" character varying NOT NULL DEFAULT '', ADD COLUMN "checked_at" timestamptz NULL, ADD COLUMN "check_result" character varying NOT NULL DEFAULT '', ADD COLUMN "claimed_at" timestamptz NULL, ADD COLUMN "added_by_id" character varying NULL, ADD CONSTRAINT "domains_partners_added_by" FOREIGN KEY ("added_by_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- create index "domain_organization_id_name" to table: "domains"
CREATE UNIQUE INDEX "domain_organization_id_name" ON "domains" ("organization_id", "name");
-- create index "domain_name" to table: "domains"
CREATE UNIQUE INDEX "domain_name" ON "domains" ("name") WHERE (verified_at IS NOT NULL);
-- create index "domain_organization_id" to table: "domains"
CREATE UNIQUE INDEX "domain_organization_id" ON "domains" ("organization_id") WHERE is_default;
-- modify "subscriptions" table
ALTER TABLE "subscriptions" ADD COLUMN "assigned_seats" bigint NOT NULL DEFAULT 0;
-- create "licenses" table
CREATE TABLE "licenses" ("id" character varying NOT NULL, "assigned_at" timestamptz NOT NULL, "organization_id" character varying NOT NULL, "subscription_id" character varying NOT NULL, "product_id" character varying NOT NULL, "user_id" character varying NOT NULL, "assigned_by_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "licenses_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT "licenses_partners_assigned_by" FOREIGN KEY ("assigned_by_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT "licenses_products_product" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT "licenses_subscriptions_subscription" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT "licenses_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT);
-- create index "license_subscription_id_assigned_at_id" to table: "licenses"
CREATE INDEX "license_subscription_id_assigned_at_id" ON "licenses" ("subscription_id", "assigned_at", "id");
-- create index "license_user_id_subscription_id" to table: "licenses"
CREATE UNIQUE INDEX "license_user_id_subscription_id" ON "licenses" ("user_id", "subscription_id");
-- what is there already: the oldest verified domain of each organization is its default, and people are found by the domains of their addresses
UPDATE "domains" SET "is_default" = true WHERE "id" IN (SELECT min("id") FROM "domains" WHERE "verified_at" IS NOT NULL GROUP BY "organization_id");
INSERT INTO "user_words" ("id", "organization_id", "user_id", "word") SELECT 'wrd_' || replace(gen_random_uuid()::text, '-', ''), "organization_id", "user_id", "word" FROM (SELECT "organization_id", "id" AS "user_id", substring("user_name" from '@[^@]*$') AS "word" FROM "users" WHERE "user_name" LIKE '%@%' UNION SELECT "organization_id", "id", substring("email" from '@[^@]*$') FROM "users" WHERE "email" LIKE '%@%') AS "words";
