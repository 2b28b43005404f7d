-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_domains" table
CREATE TABLE `new_domains` (`id` text NOT NULL, `name` text NOT NULL, `verified_at` datetime NULL, `is_initial` bool NOT NULL DEFAULT (false), `is_default` bool NOT NULL DEFAULT (false), `proof` text NOT NULL DEFAULT (''), `checked_at` datetime NULL, `check_result` text NOT NULL DEFAULT (''), `claimed_at` datetime NULL, `created_at` datetime NOT NULL, `organization_id` text NOT NULL, `added_by_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `domains_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `domains_partners_added_by` FOREIGN KEY (`added_by_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "domains" to new temporary table "new_domains"
INSERT INTO `new_domains` (`id`, `name`, `verified_at`, `is_initial`, `created_at`, `organization_id`) SELECT `id`, `name`, `verified_at`, `is_initial`, `created_at`, `organization_id` FROM `domains`;
-- drop "domains" table after copying rows
DROP TABLE `domains`;
-- rename temporary table "new_domains" to "domains"
ALTER TABLE `new_domains` RENAME TO `domains`;
-- create index "domain_organization_id_name" to table: "domains"
CREATE UNIQUE INDEX `domain_organization_id_name` ON `domains` (`organization_id`, `name`);
-- create index "domain_name" to table: "domains"
CREATE UNIQUE INDEX `domain_name` ON `domains` (`name`) WHERE verified_at IS NOT NULL;
-- create index "domain_organization_id" to table: "domains"
CREATE UNIQUE INDEX `domain_organization_id` ON `domains` (`organization_id`) WHERE is_default;
-- create "new_subscriptions" table
CREATE TABLE `new_subscriptions` (`id` text NOT NULL, `kind` text NOT NULL, `seats` integer NOT NULL, `assigned_seats` integer NOT NULL DEFAULT (0), `starts_at` datetime NOT NULL, `ends_at` datetime NOT NULL, `organization_id` text NOT NULL, `product_id` text NOT NULL, `offer_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `subscriptions_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `subscriptions_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `subscriptions_offers_offer` FOREIGN KEY (`offer_id`) REFERENCES `offers` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "subscriptions" to new temporary table "new_subscriptions"
INSERT INTO `new_subscriptions` (`id`, `kind`, `seats`, `starts_at`, `ends_at`, `organization_id`, `product_id`, `offer_id`) SELECT `id`, `kind`, `seats`, `starts_at`, `ends_at`, `organization_id`, `product_id`, `offer_id` FROM `subscriptions`;
-- drop "subscriptions" table after copying rows
DROP TABLE `subscriptions`;
-- rename temporary table "new_subscriptions" to "subscriptions"
ALTER TABLE `new_subscriptions` RENAME TO `subscriptions`;
-- create index "subscription_organization_id_starts_at" to table: "subscriptions"
CREATE INDEX `subscription_organization_id_starts_at` ON `subscriptions` (`organization_id`, `starts_at`);
-- create index "subscription_offer_id" to table: "subscriptions"
CREATE UNIQUE INDEX `subscription_offer_id` ON `subscriptions` (`offer_id`);
-- create "licenses" table
CREATE TABLE `licenses` (`id` text NOT NULL, `assigned_at` datetime NOT NULL, `organization_id` text NOT NULL, `subscription_id` text NOT NULL, `product_id` text NOT NULL, `user_id` text NOT NULL, `assigned_by_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `licenses_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `licenses_subscriptions_subscription` FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions` (`id`) ON DELETE RESTRICT, CONSTRAINT `licenses_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `licenses_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `licenses_partners_assigned_by` FOREIGN KEY (`assigned_by_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT);
-- create index "license_user_id_subscription_id" to table: "licenses"
CREATE UNIQUE INDEX `license_user_id_subscription_id` ON `licenses` (`user_id`, `subscription_id`);
-- create index "license_subscription_id_assigned_at_id" to table: "licenses"
CREATE INDEX `license_subscription_id_assigned_at_id` ON `licenses` (`subscription_id`, `assigned_at`, `id`);
-- what is there already: the oldest verified domain of each organization is its default, and people are found by the domains of their addresses
UPDATE `domains` SET `is_default` = true WHERE `id` IN (SELECT min(`id`) FROM `domains` WHERE `verified_at` IS NOT NULL GROUP BY `organization_id`);
INSERT INTO `user_words` (`id`, `organization_id`, `user_id`, `word`) SELECT 'wrd_' || lower(hex(randomblob(16))), `organization_id`, `user_id`, `word` FROM (SELECT `organization_id`, `id` AS `user_id`, substr(`user_name`, instr(`user_name`, '@')) AS `word` FROM `users` WHERE instr(`user_name`, '@') > 0 UNION SELECT `organization_id`, `id`, substr(`email`, instr(`email`, '@')) FROM `users` WHERE instr(`email`, '@') > 0);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
