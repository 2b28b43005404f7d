-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- add column "digested_until" to table: "organizations"
ALTER TABLE `organizations` ADD COLUMN `digested_until` datetime NULL;
-- create "new_users" table
CREATE TABLE `new_users` (`id` text NOT NULL, `user_name` text NOT NULL, `display_name` text NOT NULL, `name_key` text NOT NULL DEFAULT (''), `email` text NULL, `password_hash` text NOT NULL DEFAULT (''), `enabled` bool NOT NULL DEFAULT (true), `protected` bool NOT NULL DEFAULT (false), `weekly_digest` bool NOT NULL DEFAULT (true), `role_set` integer NOT NULL, `created_at` datetime NOT NULL, `deleted_at` datetime NULL, `restore_enabled` bool NOT NULL DEFAULT (false), `purged_at` datetime NULL, `organization_id` text NOT NULL, `created_by_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `users_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `users_partners_created_by` FOREIGN KEY (`created_by_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "users" to new temporary table "new_users"
INSERT INTO `new_users` (`id`, `user_name`, `display_name`, `name_key`, `email`, `password_hash`, `enabled`, `protected`, `role_set`, `created_at`, `deleted_at`, `restore_enabled`, `purged_at`, `organization_id`, `created_by_id`) SELECT `id`, `user_name`, `display_name`, `name_key`, `email`, `password_hash`, `enabled`, `protected`, `role_set`, `created_at`, `deleted_at`, `restore_enabled`, `purged_at`, `organization_id`, `created_by_id` FROM `users`;
-- drop "users" table after copying rows
DROP TABLE `users`;
-- rename temporary table "new_users" to "users"
ALTER TABLE `new_users` RENAME TO `users`;
-- create index "users_user_name_key" to table: "users"
CREATE UNIQUE INDEX `users_user_name_key` ON `users` (`user_name`);
-- create index "user_organization_id_user_name_id" to table: "users"
CREATE INDEX `user_organization_id_user_name_id` ON `users` (`organization_id`, `user_name`, `id`);
-- create index "user_organization_id_name_key_id" to table: "users"
CREATE INDEX `user_organization_id_name_key_id` ON `users` (`organization_id`, `name_key`, `id`);
-- create index "user_organization_id_created_at_id" to table: "users"
CREATE INDEX `user_organization_id_created_at_id` ON `users` (`organization_id`, `created_at`, `id`);
-- create index "user_organization_id_role_set" to table: "users"
CREATE INDEX `user_organization_id_role_set` ON `users` (`organization_id`, `role_set`) WHERE role_set <> 0;
-- create index "user_organization_id_deleted_at" to table: "users"
CREATE INDEX `user_organization_id_deleted_at` ON `users` (`organization_id`, `deleted_at`) WHERE deleted_at IS NOT NULL AND purged_at IS NULL;
-- create index "user_email" to table: "users"
CREATE INDEX `user_email` ON `users` (`email`);
-- create "digest_links" table
CREATE TABLE `digest_links` (`id` text NOT NULL, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `digest_links_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT);
-- create index "digest_links_token_hash_key" to table: "digest_links"
CREATE UNIQUE INDEX `digest_links_token_hash_key` ON `digest_links` (`token_hash`);
-- create index "digestlink_user_id" to table: "digest_links"
CREATE INDEX `digestlink_user_id` ON `digest_links` (`user_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
