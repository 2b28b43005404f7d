-- +goose Up
-- modify "partners" table
ALTER TABLE "partners" ADD COLUMN "service_set" integer NOT NULL DEFAULT 0, ADD COLUMN "listed" boolean NOT NULL DEFAULT false;
-- create index "partner_listed_name_key_id" to table: "partners"
CREATE INDEX "partner_listed_name_key_id" ON "partners" ("listed", "name_key", "id");
-- create "inquiries" table
CREATE TABLE "inquiries" ("id" character varying NOT NULL, "customer_name" character varying NOT NULL, "asked_by_id" character varying NOT NULL, "asked_by" character varying NOT NULL, "reply_to" character varying NOT NULL, "message" character varying NOT NULL, "role_set" integer NOT NULL, "created_at" timestamptz NOT NULL, "closed_at" timestamptz NULL, "partner_id" character varying NOT NULL, "customer_id" character varying NOT NULL, "offer_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "inquiries_offers_offer" FOREIGN KEY ("offer_id") REFERENCES "offers" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT "inquiries_organizations_customer" FOREIGN KEY ("customer_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT "inquiries_partners_partner" FOREIGN KEY ("partner_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT);
-- create index "inquiry_customer_id_created_at" to table: "inquiries"
CREATE INDEX "inquiry_customer_id_created_at" ON "inquiries" ("customer_id", "created_at");
-- create index "inquiry_partner_id_closed_at_created_at_id" to table: "inquiries"
CREATE INDEX "inquiry_partner_id_closed_at_created_at_id" ON "inquiries" ("partner_id", "closed_at", "created_at", "id");
-- create "pins" table
CREATE TABLE "pins" ("id" character varying NOT NULL, "created_at" timestamptz NOT NULL, "user_id" character varying NOT NULL, "customer_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "pins_organizations_customer" FOREIGN KEY ("customer_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT "pins_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT);
-- create index "pin_user_id_customer_id" to table: "pins"
CREATE UNIQUE INDEX "pin_user_id_customer_id" ON "pins" ("user_id", "customer_id");
