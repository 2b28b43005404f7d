-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_outbox_messages" table
CREATE TABLE `new_outbox_messages` (`id` text NOT NULL, `kind` text NOT NULL, `recipient` text NOT NULL, `offer_id` text NULL, `user_id` text NULL, `delegation_id` text NULL, `dedupe_key` text NOT NULL, `data` json NOT NULL, `attempts` integer NOT NULL DEFAULT (0), `next_attempt_at` datetime NOT NULL, `locked_until` datetime NULL, `sent_at` datetime NULL, `failed_at` datetime NULL, `last_error` text NULL, `created_at` datetime NOT NULL, PRIMARY KEY (`id`));
-- copy rows from old table "outbox_messages" to new temporary table "new_outbox_messages"
INSERT INTO `new_outbox_messages` (`id`, `kind`, `recipient`, `offer_id`, `delegation_id`, `dedupe_key`, `data`, `attempts`, `next_attempt_at`, `locked_until`, `sent_at`, `failed_at`, `last_error`, `created_at`) SELECT `id`, `kind`, `recipient`, `offer_id`, `delegation_id`, `dedupe_key`, `data`, `attempts`, `next_attempt_at`, `locked_until`, `sent_at`, `failed_at`, `last_error`, `created_at` FROM `outbox_messages`;
-- drop "outbox_messages" table after copying rows
DROP TABLE `outbox_messages`;
-- rename temporary table "new_outbox_messages" to "outbox_messages"
ALTER TABLE `new_outbox_messages` RENAME TO `outbox_messages`;
-- create index "outbox_messages_dedupe_key_key" to table: "outbox_messages"
CREATE UNIQUE INDEX `outbox_messages_dedupe_key_key` ON `outbox_messages` (`dedupe_key`);
-- create index "outboxmessage_sent_at_failed_at_next_attempt_at" to table: "outbox_messages"
CREATE INDEX `outboxmessage_sent_at_failed_at_next_attempt_at` ON `outbox_messages` (`sent_at`, `failed_at`, `next_attempt_at`);
-- create index "outboxmessage_offer_id_created_at" to table: "outbox_messages"
CREATE INDEX `outboxmessage_offer_id_created_at` ON `outbox_messages` (`offer_id`, `created_at`);
-- create index "outboxmessage_user_id_created_at" to table: "outbox_messages"
CREATE INDEX `outboxmessage_user_id_created_at` ON `outbox_messages` (`user_id`, `created_at`);
-- create "new_sign_in_links" table
CREATE TABLE `new_sign_in_links` (`id` text NOT NULL, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `used_at` datetime NULL, `user_id` text NOT NULL, `delegation_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `sign_in_links_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `sign_in_links_delegations_delegation` FOREIGN KEY (`delegation_id`) REFERENCES `delegations` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "sign_in_links" to new temporary table "new_sign_in_links"
INSERT INTO `new_sign_in_links` (`id`, `token_hash`, `created_at`, `expires_at`, `used_at`, `user_id`) SELECT `id`, `token_hash`, `created_at`, `expires_at`, `used_at`, `user_id` FROM `sign_in_links`;
-- drop "sign_in_links" table after copying rows
DROP TABLE `sign_in_links`;
-- rename temporary table "new_sign_in_links" to "sign_in_links"
ALTER TABLE `new_sign_in_links` RENAME TO `sign_in_links`;
-- create index "sign_in_links_token_hash_key" to table: "sign_in_links"
CREATE UNIQUE INDEX `sign_in_links_token_hash_key` ON `sign_in_links` (`token_hash`);
-- create index "signinlink_user_id_used_at" to table: "sign_in_links"
CREATE INDEX `signinlink_user_id_used_at` ON `sign_in_links` (`user_id`, `used_at`);
-- create "new_users" table
CREATE TABLE `new_users` (`id` text NOT NULL, `user_name` text NOT NULL, `display_name` text NOT NULL, `name_key` text NOT NULL DEFAULT (''), `email` text NULL, `password_hash` text NOT NULL DEFAULT (''), `enabled` bool NOT NULL DEFAULT (true), `protected` bool NOT NULL DEFAULT (false), `role_set` integer NOT NULL, `created_at` datetime NOT NULL, `deleted_at` datetime NULL, `restore_enabled` bool NOT NULL DEFAULT (false), `purged_at` datetime NULL, `organization_id` text NOT NULL, `created_by_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `users_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `users_partners_created_by` FOREIGN KEY (`created_by_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT);
-- copy rows from old table "users" to new temporary table "new_users"
INSERT INTO `new_users` (`id`, `user_name`, `display_name`, `email`, `password_hash`, `enabled`, `role_set`, `created_at`, `organization_id`) SELECT `id`, `user_name`, `display_name`, `email`, `password_hash`, `enabled`, `role_set`, `created_at`, `organization_id` FROM `users`;
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
-- create "user_words" table
CREATE TABLE `user_words` (`id` text NOT NULL, `organization_id` text NOT NULL, `word` text NOT NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `user_words_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT);
-- create index "userword_organization_id_word_user_id" to table: "user_words"
CREATE INDEX `userword_organization_id_word_user_id` ON `user_words` (`organization_id`, `word`, `user_id`);
-- create index "userword_user_id" to table: "user_words"
CREATE INDEX `userword_user_id` ON `user_words` (`user_id`);
-- people who are there already: their order, and by which words they are found
UPDATE `users` SET `name_key` = lower(`display_name`);
INSERT INTO `user_words` (`id`, `organization_id`, `user_id`, `word`) WITH RECURSIVE `rest` (`organization_id`, `user_id`, `text`) AS (SELECT `organization_id`, `id`, `name_key` || ' ' FROM `users` UNION ALL SELECT `organization_id`, `user_id`, substr(`text`, instr(`text`, ' ') + 1) FROM `rest` WHERE instr(`text`, ' ') > 0), `words` (`organization_id`, `user_id`, `word`) AS (SELECT `organization_id`, `user_id`, substr(`text`, 1, min(instr(`text`, ' ') - 1, 64)) FROM `rest` WHERE instr(`text`, ' ') > 1 UNION SELECT `organization_id`, `id`, substr(`user_name`, 1, 64) FROM `users` UNION SELECT `organization_id`, `id`, substr(`email`, 1, 64) FROM `users` WHERE `email` <> '') SELECT 'wrd_' || lower(hex(randomblob(16))), `organization_id`, `user_id`, `word` FROM `words`;
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
