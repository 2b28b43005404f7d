-- +goose Up
-- create "offer_reports" table
CREATE TABLE `offer_reports` (`id` text NOT NULL, `reported_by_id` text NULL, `reason` text NULL, `created_at` datetime NOT NULL, `offer_id` text NOT NULL, `partner_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `offer_reports_offers_offer` FOREIGN KEY (`offer_id`) REFERENCES `offers` (`id`) ON DELETE RESTRICT, CONSTRAINT `offer_reports_partners_partner` FOREIGN KEY (`partner_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT);
-- create index "offerreport_offer_id" to table: "offer_reports"
CREATE UNIQUE INDEX `offerreport_offer_id` ON `offer_reports` (`offer_id`);
-- create index "offerreport_partner_id_created_at" to table: "offer_reports"
CREATE INDEX `offerreport_partner_id_created_at` ON `offer_reports` (`partner_id`, `created_at`);
-- create "partner_resembles" table
CREATE TABLE `partner_resembles` (`partner_id` text NOT NULL, `resemble_id` text NOT NULL, PRIMARY KEY (`partner_id`, `resemble_id`), CONSTRAINT `partner_resembles_partner_id` FOREIGN KEY (`partner_id`) REFERENCES `partners` (`id`) ON DELETE CASCADE, CONSTRAINT `partner_resembles_resemble_id` FOREIGN KEY (`resemble_id`) REFERENCES `partners` (`id`) ON DELETE CASCADE);
