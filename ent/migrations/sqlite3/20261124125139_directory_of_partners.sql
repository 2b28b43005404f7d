-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_partners" table
CREATE TABLE `new_partners` (`id` text NOT NULL, `name` text NOT NULL, `name_key` text NOT NULL, `domain` text NULL, `contact_email` text NULL, `website` text NULL, `description` text NULL, `country` text NULL, `service_set` integer NOT NULL DEFAULT (0), `listed` bool NOT NULL DEFAULT (false), `created_at` datetime NOT NULL, `organization_id` text NOT NULL, `terms_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `partners_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `partners_terms_terms` FOREIGN KEY (`terms_id`) REFERENCES `terms` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "partners" to new temporary table "new_partners"
INSERT INTO `new_partners` (`id`, `name`, `name_key`, `domain`, `contact_email`, `website`, `description`, `country`, `created_at`, `organization_id`, `terms_id`) SELECT `id`, `name`, `name_key`, `domain`, `contact_email`, `website`, `description`, `country`, `created_at`, `organization_id`, `terms_id` FROM `partners`;
-- drop "partners" table after copying rows
DROP TABLE `partners`;
-- rename temporary table "new_partners" to "partners"
ALTER TABLE `new_partners` RENAME TO `partners`;
-- create index "partner_organization_id" to table: "partners"
CREATE UNIQUE INDEX `partner_organization_id` ON `partners` (`organization_id`);
-- create index "partner_listed_name_key_id" to table: "partners"
CREATE INDEX `partner_listed_name_key_id` ON `partners` (`listed`, `name_key`, `id`);
-- create "inquiries" table
CREATE TABLE `inquiries` (`id` text NOT NULL, `customer_name` text NOT NULL, `asked_by_id` text NOT NULL, `asked_by` text NOT NULL, `reply_to` text NOT NULL, `message` text NOT NULL, `role_set` integer NOT NULL, `created_at` datetime NOT NULL, `closed_at` datetime NULL, `partner_id` text NOT NULL, `customer_id` text NOT NULL, `offer_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `inquiries_partners_partner` FOREIGN KEY (`partner_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT, CONSTRAINT `inquiries_organizations_customer` FOREIGN KEY (`customer_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `inquiries_offers_offer` FOREIGN KEY (`offer_id`) REFERENCES `offers` (`id`) ON DELETE RESTRICT);
-- create index "inquiry_partner_id_closed_at_created_at_id" to table: "inquiries"
CREATE INDEX `inquiry_partner_id_closed_at_created_at_id` ON `inquiries` (`partner_id`, `closed_at`, `created_at`, `id`);
-- create index "inquiry_customer_id_created_at" to table: "inquiries"
CREATE INDEX `inquiry_customer_id_created_at` ON `inquiries` (`customer_id`, `created_at`);
-- create "pins" table
CREATE TABLE `pins` (`id` text NOT NULL, `created_at` datetime NOT NULL, `user_id` text NOT NULL, `customer_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `pins_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `pins_organizations_customer` FOREIGN KEY (`customer_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT);
-- create index "pin_user_id_customer_id" to table: "pins"
CREATE UNIQUE INDEX `pin_user_id_customer_id` ON `pins` (`user_id`, `customer_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
