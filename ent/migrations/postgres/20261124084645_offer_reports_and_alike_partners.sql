-- +goose Up
-- create "offer_reports" table
CREATE TABLE "offer_reports" ("id" character varying NOT NULL, "reported_by_id" character varying NULL, "reason" character varying NULL, "created_at" timestamptz NOT NULL, "offer_id" character varying NOT NULL, "partner_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "offer_reports_offers_offer" FOREIGN KEY ("offer_id") REFERENCES "offers" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, CONSTRAINT "offer_reports_partners_partner" FOREIGN KEY ("partner_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT);
-- create index "offerreport_offer_id" to table: "offer_reports"
CREATE UNIQUE INDEX "offerreport_offer_id" ON "offer_reports" ("offer_id");
-- create index "offerreport_partner_id_created_at" to table: "offer_reports"
CREATE INDEX "offerreport_partner_id_created_at" ON "offer_reports" ("partner_id", "created_at");
-- create "partner_resembles" table
CREATE TABLE "partner_resembles" ("partner_id" character varying NOT NULL, "resemble_id" character varying NOT NULL, PRIMARY KEY ("partner_id", "resemble_id"), CONSTRAINT "partner_resembles_partner_id" FOREIGN KEY ("partner_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "partner_resembles_resemble_id" FOREIGN KEY ("resemble_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
