-- +goose Up
-- create "audit_events" table
CREATE TABLE `audit_events` (`id` text NOT NULL, `sequence` integer NOT NULL, `at` datetime NOT NULL, `action` text NOT NULL, `result` text NOT NULL, `actor_id` text NULL, `actor_name` text NOT NULL, `actor_user_name` text NOT NULL DEFAULT (''), `actor_organization_id` text NULL, `actor_organization_name` text NOT NULL DEFAULT (''), `on_behalf` bool NOT NULL DEFAULT (false), `delegation_id` text NULL, `role` text NULL, `justification` text NULL, `target_id` text NULL, `target` text NULL, `changes` json NULL, `request_id` text NOT NULL DEFAULT (''), `previous_hash` blob NOT NULL, `hash` blob NOT NULL, `organization_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `audit_events_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT);
-- create index "auditevent_organization_id_sequence" to table: "audit_events"
CREATE UNIQUE INDEX `auditevent_organization_id_sequence` ON `audit_events` (`organization_id`, `sequence`);
-- create index "auditevent_organization_id_at_id" to table: "audit_events"
CREATE INDEX `auditevent_organization_id_at_id` ON `audit_events` (`organization_id`, `at`, `id`);
-- create index "auditevent_delegation_id_at_id" to table: "audit_events"
CREATE INDEX `auditevent_delegation_id_at_id` ON `audit_events` (`delegation_id`, `at`, `id`);
-- create "audit_heads" table
CREATE TABLE `audit_heads` (`id` text NOT NULL, `sequence` integer NOT NULL DEFAULT (0), `hash` blob NOT NULL, PRIMARY KEY (`id`));
-- create "delegations" table
CREATE TABLE `delegations` (`id` text NOT NULL, `status` text NOT NULL DEFAULT ('ACTIVE'), `role_set` integer NOT NULL, `activated_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `terminated_at` datetime NULL, `terminated_by` text NULL, `termination_reason` text NULL, `last_activity_at` datetime NULL, `version` integer NOT NULL DEFAULT (1), `expiry_notice` integer NOT NULL DEFAULT (0), `partner_id` text NOT NULL, `customer_id` text NOT NULL, `offer_id` text NOT NULL, `accepted_by_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `delegations_partners_partner` FOREIGN KEY (`partner_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT, CONSTRAINT `delegations_organizations_customer` FOREIGN KEY (`customer_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `delegations_offers_offer` FOREIGN KEY (`offer_id`) REFERENCES `offers` (`id`) ON DELETE RESTRICT, CONSTRAINT `delegations_users_accepted_by` FOREIGN KEY (`accepted_by_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT);
-- create index "delegation_list" to table: "delegations"
CREATE INDEX `delegation_list` ON `delegations` (`customer_id`, `activated_at`, `id`, `status`, `expires_at`, `role_set`, `partner_id`, `accepted_by_id`, `terminated_at`, `terminated_by`, `last_activity_at`, `version`);
-- create index "delegation_partner_id_activated_at_id" to table: "delegations"
CREATE INDEX `delegation_partner_id_activated_at_id` ON `delegations` (`partner_id`, `activated_at`, `id`);
-- create index "delegation_customer_id_partner_id" to table: "delegations"
CREATE UNIQUE INDEX `delegation_customer_id_partner_id` ON `delegations` (`customer_id`, `partner_id`) WHERE status IN ('ACTIVE', 'SUSPENDED');
-- create index "delegation_status_expires_at" to table: "delegations"
CREATE INDEX `delegation_status_expires_at` ON `delegations` (`status`, `expires_at`);
-- create index "delegation_offer_id" to table: "delegations"
CREATE UNIQUE INDEX `delegation_offer_id` ON `delegations` (`offer_id`);
-- create "domains" table
CREATE TABLE `domains` (`id` text NOT NULL, `name` text NOT NULL, `verified_at` datetime NULL, `is_initial` bool NOT NULL DEFAULT (false), `is_default` bool NOT NULL DEFAULT (false), `proof` text NOT NULL DEFAULT (''), `checked_at` datetime NULL, `check_result` text NOT NULL DEFAULT (''), `claimed_at` datetime NULL, `created_at` datetime NOT NULL, `organization_id` text NOT NULL, `added_by_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `domains_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `domains_partners_added_by` FOREIGN KEY (`added_by_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT);
-- create index "domain_organization_id_name" to table: "domains"
CREATE UNIQUE INDEX `domain_organization_id_name` ON `domains` (`organization_id`, `name`);
-- create index "domain_name" to table: "domains"
CREATE UNIQUE INDEX `domain_name` ON `domains` (`name`) WHERE verified_at IS NOT NULL;
-- create index "domain_organization_id" to table: "domains"
CREATE UNIQUE INDEX `domain_organization_id` ON `domains` (`organization_id`) WHERE is_default;
-- create "licenses" table
CREATE TABLE `licenses` (`id` text NOT NULL, `assigned_at` datetime NOT NULL, `organization_id` text NOT NULL, `subscription_id` text NOT NULL, `product_id` text NOT NULL, `user_id` text NOT NULL, `assigned_by_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `licenses_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `licenses_subscriptions_subscription` FOREIGN KEY (`subscription_id`) REFERENCES `subscriptions` (`id`) ON DELETE RESTRICT, CONSTRAINT `licenses_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `licenses_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `licenses_partners_assigned_by` FOREIGN KEY (`assigned_by_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT);
-- create index "license_user_id_subscription_id" to table: "licenses"
CREATE UNIQUE INDEX `license_user_id_subscription_id` ON `licenses` (`user_id`, `subscription_id`);
-- create index "license_subscription_id_assigned_at_id" to table: "licenses"
CREATE INDEX `license_subscription_id_assigned_at_id` ON `licenses` (`subscription_id`, `assigned_at`, `id`);
-- create "mailbox_messages" table
CREATE TABLE `mailbox_messages` (`id` text NOT NULL, `recipient` text NOT NULL, `sender` text NOT NULL, `subject` text NOT NULL, `text` text NOT NULL, `html` text NOT NULL, `at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create index "mailboxmessage_at_id" to table: "mailbox_messages"
CREATE INDEX `mailboxmessage_at_id` ON `mailbox_messages` (`at`, `id`);
-- create "offers" table
CREATE TABLE `offers` (`id` text NOT NULL, `sent_by_id` text NOT NULL, `sent_by_name` text NOT NULL, `customer_email` text NOT NULL, `status` text NOT NULL DEFAULT ('PENDING'), `role_set` integer NOT NULL, `duration_days` integer NOT NULL, `message` text NULL, `subscription_kind` text NULL, `seats` integer NOT NULL DEFAULT (0), `term_months` integer NOT NULL DEFAULT (0), `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `sent_at` datetime NOT NULL, `answered_at` datetime NULL, `answered_by_id` text NULL, `decline_reason` text NULL, `partner_id` text NOT NULL, `terms_id` text NOT NULL, `product_id` text NULL, `customer_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `offers_partners_partner` FOREIGN KEY (`partner_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT, CONSTRAINT `offers_terms_terms` FOREIGN KEY (`terms_id`) REFERENCES `terms` (`id`) ON DELETE RESTRICT, CONSTRAINT `offers_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `offers_organizations_customer` FOREIGN KEY (`customer_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT);
-- create index "offer_partner_id_created_at_id" to table: "offers"
CREATE INDEX `offer_partner_id_created_at_id` ON `offers` (`partner_id`, `created_at`, `id`);
-- create index "offer_customer_email_status" to table: "offers"
CREATE INDEX `offer_customer_email_status` ON `offers` (`customer_email`, `status`);
-- create index "offer_status_expires_at" to table: "offers"
CREATE INDEX `offer_status_expires_at` ON `offers` (`status`, `expires_at`);
-- create "offer_links" table
CREATE TABLE `offer_links` (`id` text NOT NULL, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `offer_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `offer_links_offers_offer` FOREIGN KEY (`offer_id`) REFERENCES `offers` (`id`) ON DELETE RESTRICT);
-- create index "offer_links_token_hash_key" to table: "offer_links"
CREATE UNIQUE INDEX `offer_links_token_hash_key` ON `offer_links` (`token_hash`);
-- create index "offerlink_offer_id" to table: "offer_links"
CREATE INDEX `offerlink_offer_id` ON `offer_links` (`offer_id`);
-- create "organizations" table
CREATE TABLE `organizations` (`id` text NOT NULL, `display_name` text NOT NULL, `name_key` text NOT NULL, `contact_name` text NOT NULL DEFAULT (''), `contact_email` text NOT NULL DEFAULT (''), `contact_phone` text NOT NULL DEFAULT (''), `suspended_at` datetime NULL, `created_at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create "outbox_messages" table
CREATE TABLE `outbox_messages` (`id` text NOT NULL, `kind` text NOT NULL, `recipient` text NOT NULL, `offer_id` text NULL, `user_id` text NULL, `delegation_id` text NULL, `dedupe_key` text NOT NULL, `data` json NOT NULL, `attempts` integer NOT NULL DEFAULT (0), `next_attempt_at` datetime NOT NULL, `locked_until` datetime NULL, `sent_at` datetime NULL, `failed_at` datetime NULL, `last_error` text NULL, `created_at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create index "outbox_messages_dedupe_key_key" to table: "outbox_messages"
CREATE UNIQUE INDEX `outbox_messages_dedupe_key_key` ON `outbox_messages` (`dedupe_key`);
-- create index "outboxmessage_sent_at_failed_at_next_attempt_at" to table: "outbox_messages"
CREATE INDEX `outboxmessage_sent_at_failed_at_next_attempt_at` ON `outbox_messages` (`sent_at`, `failed_at`, `next_attempt_at`);
-- create index "outboxmessage_offer_id_created_at" to table: "outbox_messages"
CREATE INDEX `outboxmessage_offer_id_created_at` ON `outbox_messages` (`offer_id`, `created_at`);
-- create index "outboxmessage_user_id_created_at" to table: "outbox_messages"
CREATE INDEX `outboxmessage_user_id_created_at` ON `outbox_messages` (`user_id`, `created_at`);
-- create "partners" table
CREATE TABLE `partners` (`id` text NOT NULL, `name` text NOT NULL, `name_key` text NOT NULL, `domain` text NULL, `contact_email` text NULL, `website` text NULL, `description` text NULL, `country` text NULL, `created_at` datetime NOT NULL, `organization_id` text NOT NULL, `terms_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `partners_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `partners_terms_terms` FOREIGN KEY (`terms_id`) REFERENCES `terms` (`id`) ON DELETE RESTRICT);
-- create index "partner_organization_id" to table: "partners"
CREATE UNIQUE INDEX `partner_organization_id` ON `partners` (`organization_id`);
-- create "products" table
CREATE TABLE `products` (`id` text NOT NULL, `name` text NOT NULL, `description` text NOT NULL, `price_per_seat_month` integer NOT NULL, `currency` text NOT NULL, PRIMARY KEY (`id`));
-- create index "products_name_key" to table: "products"
CREATE UNIQUE INDEX `products_name_key` ON `products` (`name`);
-- create "receipts" table
CREATE TABLE `receipts` (`id` text NOT NULL, `customer_id` text NOT NULL, `partner_id` text NOT NULL, `action` text NOT NULL, `at` datetime NOT NULL, `body` text NOT NULL, `signature` blob NOT NULL, `public_key` blob NOT NULL, `delegation_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `receipts_delegations_delegation` FOREIGN KEY (`delegation_id`) REFERENCES `delegations` (`id`) ON DELETE RESTRICT);
-- create index "receipt_delegation_id_id" to table: "receipts"
CREATE INDEX `receipt_delegation_id_id` ON `receipts` (`delegation_id`, `id`);
-- create "sessions" table
CREATE TABLE `sessions` (`id` text NOT NULL, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `last_used_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `revoked_at` datetime NULL, `user_agent` text NOT NULL DEFAULT (''), `source` text NOT NULL DEFAULT (''), `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT);
-- create index "sessions_token_hash_key" to table: "sessions"
CREATE UNIQUE INDEX `sessions_token_hash_key` ON `sessions` (`token_hash`);
-- create index "session_user_id_created_at" to table: "sessions"
CREATE INDEX `session_user_id_created_at` ON `sessions` (`user_id`, `created_at`);
-- create "sign_in_failures" table
CREATE TABLE `sign_in_failures` (`id` text NOT NULL, `subject` text NOT NULL, `at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create index "signinfailure_subject_at" to table: "sign_in_failures"
CREATE INDEX `signinfailure_subject_at` ON `sign_in_failures` (`subject`, `at`);
-- create index "signinfailure_at" to table: "sign_in_failures"
CREATE INDEX `signinfailure_at` ON `sign_in_failures` (`at`);
-- create "sign_in_links" table
CREATE TABLE `sign_in_links` (`id` text NOT NULL, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `used_at` datetime NULL, `user_id` text NOT NULL, `delegation_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `sign_in_links_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT, CONSTRAINT `sign_in_links_delegations_delegation` FOREIGN KEY (`delegation_id`) REFERENCES `delegations` (`id`) ON DELETE RESTRICT);
-- create index "sign_in_links_token_hash_key" to table: "sign_in_links"
CREATE UNIQUE INDEX `sign_in_links_token_hash_key` ON `sign_in_links` (`token_hash`);
-- create index "signinlink_user_id_used_at" to table: "sign_in_links"
CREATE INDEX `signinlink_user_id_used_at` ON `sign_in_links` (`user_id`, `used_at`);
-- create "signing_keys" table
CREATE TABLE `signing_keys` (`id` text NOT NULL, `seed` blob NOT NULL, `created_at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create "subscriptions" table
CREATE TABLE `subscriptions` (`id` text NOT NULL, `kind` text NOT NULL, `seats` integer NOT NULL, `assigned_seats` integer NOT NULL DEFAULT (0), `starts_at` datetime NOT NULL, `ends_at` datetime NOT NULL, `organization_id` text NOT NULL, `product_id` text NOT NULL, `offer_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `subscriptions_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `subscriptions_products_product` FOREIGN KEY (`product_id`) REFERENCES `products` (`id`) ON DELETE RESTRICT, CONSTRAINT `subscriptions_offers_offer` FOREIGN KEY (`offer_id`) REFERENCES `offers` (`id`) ON DELETE RESTRICT);
-- create index "subscription_organization_id_starts_at" to table: "subscriptions"
CREATE INDEX `subscription_organization_id_starts_at` ON `subscriptions` (`organization_id`, `starts_at`);
-- create index "subscription_offer_id" to table: "subscriptions"
CREATE UNIQUE INDEX `subscription_offer_id` ON `subscriptions` (`offer_id`);
-- create "terms" table
CREATE TABLE `terms` (`id` text NOT NULL, `text` text NOT NULL, `sha256` text NOT NULL, `created_at` datetime NOT NULL, `partner_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `terms_partners_partner` FOREIGN KEY (`partner_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT);
-- create index "terms_partner_id_sha256" to table: "terms"
CREATE UNIQUE INDEX `terms_partner_id_sha256` ON `terms` (`partner_id`, `sha256`);
-- create "users" table
CREATE TABLE `users` (`id` text NOT NULL, `user_name` text NOT NULL, `display_name` text NOT NULL, `name_key` text NOT NULL DEFAULT (''), `email` text NULL, `password_hash` text NOT NULL DEFAULT (''), `enabled` bool NOT NULL DEFAULT (true), `protected` bool NOT NULL DEFAULT (false), `role_set` integer NOT NULL, `created_at` datetime NOT NULL, `deleted_at` datetime NULL, `restore_enabled` bool NOT NULL DEFAULT (false), `purged_at` datetime NULL, `organization_id` text NOT NULL, `created_by_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `users_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT, CONSTRAINT `users_partners_created_by` FOREIGN KEY (`created_by_id`) REFERENCES `partners` (`id`) ON DELETE RESTRICT);
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
-- create index "user_deleted_at_organization_id" to table: "users"
CREATE INDEX `user_deleted_at_organization_id` ON `users` (`deleted_at`, `organization_id`) WHERE deleted_at IS NOT NULL AND purged_at IS NULL;
-- create index "user_email" to table: "users"
CREATE INDEX `user_email` ON `users` (`email`);
-- create "user_words" table
CREATE TABLE `user_words` (`id` text NOT NULL, `organization_id` text NOT NULL, `word` text NOT NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `user_words_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT);
-- create index "userword_organization_id_word_user_id" to table: "user_words"
CREATE INDEX `userword_organization_id_word_user_id` ON `user_words` (`organization_id`, `word`, `user_id`);
-- create index "userword_user_id" to table: "user_words"
CREATE INDEX `userword_user_id` ON `user_words` (`user_id`);
