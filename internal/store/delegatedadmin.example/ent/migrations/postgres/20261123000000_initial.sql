-- +goose Up
-- create "audit_events" table
CREATE TABLE "audit_events" ("id" character varying NOT NULL, "sequence" bigint NOT NULL, "at" timestamptz NOT NULL, "action" character varying NOT NULL, "result" character varying NOT NULL, "actor_id" character varying NULL, "actor_name" character varying NOT NULL, "actor_user_name" character varying NOT NULL DEFAULT '', "actor_organization_id" character varying NULL, "actor_organization_name" character varying NOT NULL DEFAULT '', "on_behalf" boolean NOT NULL DEFAULT false, "delegation_id" character varying NULL, "role" character varying NULL, "justification" character varying NULL, "target_id" character varying NULL, "target" character varying NULL, "changes" jsonb NULL, "request_id" character varying NOT NULL DEFAULT '', "previous_hash" bytea NOT NULL, "hash" bytea NOT NULL, "organization_id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "auditevent_delegation_id_at_id" to table: "audit_events"
CREATE INDEX "auditevent_delegation_id_at_id" ON "audit_events" ("delegation_id", "at", "id");
-- create index "auditevent_organization_id_at_id" to table: "audit_events"
CREATE INDEX "auditevent_organization_id_at_id" ON "audit_events" ("organization_id", "at", "id");
-- create index "auditevent_organization_id_sequence" to table: "audit_events"
CREATE UNIQUE INDEX "auditevent_organization_id_sequence" ON "audit_events" ("organization_id", "sequence");
-- create "audit_heads" table
CREATE TABLE "audit_heads" ("id" character varying NOT NULL, "sequence" bigint NOT NULL DEFAULT 0, "hash" bytea NOT NULL, PRIMARY KEY ("id"));
-- create "delegations" table
CREATE TABLE "delegations" ("id" character varying NOT NULL, "status" character varying NOT NULL DEFAULT 'ACTIVE', "role_set" integer NOT NULL, "activated_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "terminated_at" timestamptz NULL, "terminated_by" character varying NULL, "termination_reason" character varying NULL, "last_activity_at" timestamptz NULL, "version" bigint NOT NULL DEFAULT 1, "expiry_notice" bigint NOT NULL DEFAULT 0, "partner_id" character varying NOT NULL, "customer_id" character varying NOT NULL, "offer_id" character varying NOT NULL, "accepted_by_id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "delegation_customer_id_partner_id" to table: "delegations"
CREATE UNIQUE INDEX "delegation_customer_id_partner_id" ON "delegations" ("customer_id", "partner_id") WHERE ((status)::text = ANY ((ARRAY['ACTIVE'::character varying, 'SUSPENDED'::character varying])::text[]));
-- create index "delegation_list" to table: "delegations"
CREATE INDEX "delegation_list" ON "delegations" ("customer_id", "activated_at", "id", "status", "expires_at", "role_set", "partner_id", "accepted_by_id", "terminated_at", "terminated_by", "last_activity_at", "version");
-- create index "delegation_offer_id" to table: "delegations"
CREATE UNIQUE INDEX "delegation_offer_id" ON "delegations" ("offer_id");
-- create index "delegation_partner_id_activated_at_id" to table: "delegations"
CREATE INDEX "delegation_partner_id_activated_at_id" ON "delegations" ("partner_id", "activated_at", "id");
-- create index "delegation_status_expires_at" to table: "delegations"
CREATE INDEX "delegation_status_expires_at" ON "delegations" ("status", "expires_at");
-- create "domains" table
CREATE TABLE "domains" ("id" character varying NOT NULL, "name" character varying NOT NULL, "verified_at" timestamptz NULL, "is_initial" boolean NOT NULL DEFAULT false, "is_default" boolean NOT NULL DEFAULT false, "proof" character varying NOT NULL DEFAULT '', "checked_at" timestamptz NULL, "check_result" character varying NOT NULL DEFAULT '', "claimed_at" timestamptz NULL, "created_at" timestamptz NOT NULL, "organization_id" character varying NOT NULL, "added_by_id" character varying NULL, PRIMARY KEY ("id"));
-- create index "domain_name" to table: "domains"
CREATE UNIQUE INDEX "domain_name" ON "domains" ("name") WHERE (verified_at IS NOT NULL);
-- create index "domain_organization_id" to table: "domains"
CREATE UNIQUE INDEX "domain_organization_id" ON "domains" ("organization_id") WHERE is_default;
-- create index "domain_organization_id_name" to table: "domains"
CREATE UNIQUE INDEX "domain_organization_id_name" ON "domains" ("organization_id", "name");
-- create "licenses" table
CREATE TABLE "licenses" ("id" character varying NOT NULL, "assigned_at" timestamptz NOT NULL, "organization_id" character varying NOT NULL, "subscription_id" character varying NOT NULL, "product_id" character varying NOT NULL, "user_id" character varying NOT NULL, "assigned_by_id" character varying NULL, PRIMARY KEY ("id"));
-- create index "license_subscription_id_assigned_at_id" to table: "licenses"
CREATE INDEX "license_subscription_id_assigned_at_id" ON "licenses" ("subscription_id", "assigned_at", "id");
-- create index "license_user_id_subscription_id" to table: "licenses"
CREATE UNIQUE INDEX "license_user_id_subscription_id" ON "licenses" ("user_id", "subscription_id");
-- create "mailbox_messages" table
CREATE TABLE "mailbox_messages" ("id" character varying NOT NULL, "recipient" character varying NOT NULL, "sender" character varying NOT NULL, "subject" character varying NOT NULL, "text" text NOT NULL, "html" text NOT NULL, "at" timestamptz NOT NULL, PRIMARY KEY ("id"));
-- create index "mailboxmessage_at_id" to table: "mailbox_messages"
CREATE INDEX "mailboxmessage_at_id" ON "mailbox_messages" ("at", "id");
-- create "offers" table
CREATE TABLE "offers" ("id" character varying NOT NULL, "sent_by_id" character varying NOT NULL, "sent_by_name" character varying NOT NULL, "customer_email" character varying NOT NULL, "status" character varying NOT NULL DEFAULT 'PENDING', "role_set" integer NOT NULL, "duration_days" bigint NOT NULL, "message" character varying NULL, "subscription_kind" character varying NULL, "seats" bigint NOT NULL DEFAULT 0, "term_months" bigint NOT NULL DEFAULT 0, "created_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "sent_at" timestamptz NOT NULL, "answered_at" timestamptz NULL, "answered_by_id" character varying NULL, "decline_reason" character varying NULL, "partner_id" character varying NOT NULL, "terms_id" character varying NOT NULL, "product_id" character varying NULL, "customer_id" character varying NULL, PRIMARY KEY ("id"));
-- create index "offer_customer_email_status" to table: "offers"
CREATE INDEX "offer_customer_email_status" ON "offers" ("customer_email", "status");
-- create index "offer_partner_id_created_at_id" to table: "offers"
CREATE INDEX "offer_partner_id_created_at_id" ON "offers" ("partner_id", "created_at", "id");
-- create index "offer_status_expires_at" to table: "offers"
CREATE INDEX "offer_status_expires_at" ON "offers" ("status", "expires_at");
-- create "offer_links" table
CREATE TABLE "offer_links" ("id" character varying NOT NULL, "token_hash" bytea NOT NULL, "created_at" timestamptz NOT NULL, "offer_id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "offer_links_token_hash_key" to table: "offer_links"
CREATE UNIQUE INDEX "offer_links_token_hash_key" ON "offer_links" ("token_hash");
-- create index "offerlink_offer_id" to table: "offer_links"
CREATE INDEX "offerlink_offer_id" ON "offer_links" ("offer_id");
-- create "organizations" table
CREATE TABLE "organizations" ("id" character varying NOT NULL, "display_name" character varying NOT NULL, "name_key" character varying NOT NULL, "contact_name" character varying NOT NULL DEFAULT '', "contact_email" character varying NOT NULL DEFAULT '', "contact_phone" character varying NOT NULL DEFAULT '', "suspended_at" timestamptz NULL, "created_at" timestamptz NOT NULL, PRIMARY KEY ("id"));
-- create "outbox_messages" table
CREATE TABLE "outbox_messages" ("id" character varying NOT NULL, "kind" character varying NOT NULL, "recipient" character varying NOT NULL, "offer_id" character varying NULL, "user_id" character varying NULL, "delegation_id" character varying NULL, "dedupe_key" character varying NOT NULL, "data" jsonb NOT NULL, "attempts" bigint NOT NULL DEFAULT 0, "next_attempt_at" timestamptz NOT NULL, "locked_until" timestamptz NULL, "sent_at" timestamptz NULL, "failed_at" timestamptz NULL, "last_error" character varying NULL, "created_at" timestamptz NOT NULL, PRIMARY KEY ("id"));
-- create index "outbox_messages_dedupe_key_key" to table: "outbox_messages"
CREATE UNIQUE INDEX "outbox_messages_dedupe_key_key" ON "outbox_messages" ("dedupe_key");
-- create index "outboxmessage_offer_id_created_at" to table: "outbox_messages"
CREATE INDEX "outboxmessage_offer_id_created_at" ON "outbox_messages" ("offer_id", "created_at");
-- create index "outboxmessage_sent_at_failed_at_next_attempt_at" to table: "outbox_messages"
CREATE INDEX "outboxmessage_sent_at_failed_at_next_attempt_at" ON "outbox_messages" ("sent_at", "failed_at", "next_attempt_at");
-- create index "outboxmessage_user_id_created_at" to table: "outbox_messages"
CREATE INDEX "outboxmessage_user_id_created_at" ON "outbox_messages" ("user_id", "created_at");
-- create "partners" table
CREATE TABLE "partners" ("id" character varying NOT NULL, "name" character varying NOT NULL, "name_key" character varying NOT NULL, "domain" character varying NULL, "contact_email" character varying NULL, "website" character varying NULL, "description" character varying NULL, "country" character varying NULL, "created_at" timestamptz NOT NULL, "organization_id" character varying NOT NULL, "terms_id" character varying NULL, PRIMARY KEY ("id"));
-- create index "partner_organization_id" to table: "partners"
CREATE UNIQUE INDEX "partner_organization_id" ON "partners" ("organization_id");
-- create "products" table
CREATE TABLE "products" ("id" character varying NOT NULL, "name" character varying NOT NULL, "description" character varying NOT NULL, "price_per_seat_month" bigint NOT NULL, "currency" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "products_name_key" to table: "products"
CREATE UNIQUE INDEX "products_name_key" ON "products" ("name");
-- create "receipts" table
CREATE TABLE "receipts" ("id" character varying NOT NULL, "customer_id" character varying NOT NULL, "partner_id" character varying NOT NULL, "action" character varying NOT NULL, "at" timestamptz NOT NULL, "body" text NOT NULL, "signature" bytea NOT NULL, "public_key" bytea NOT NULL, "delegation_id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "receipt_delegation_id_id" to table: "receipts"
CREATE INDEX "receipt_delegation_id_id" ON "receipts" ("delegation_id", "id");
-- create "sessions" table
CREATE TABLE "sessions" ("id" character varying NOT NULL, "token_hash" bytea NOT NULL, "created_at" timestamptz NOT NULL, "last_used_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "revoked_at" timestamptz NULL, "user_agent" character varying NOT NULL DEFAULT '', "source" character varying NOT NULL DEFAULT '', "user_id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "session_user_id_created_at" to table: "sessions"
CREATE INDEX "session_user_id_created_at" ON "sessions" ("user_id", "created_at");
-- create index "sessions_token_hash_key" to table: "sessions"
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions" ("token_hash");
-- create "sign_in_failures" table
CREATE TABLE "sign_in_failures" ("id" character varying NOT NULL, "subject" character varying NOT NULL, "at" timestamptz NOT NULL, PRIMARY KEY ("id"));
-- create index "signinfailure_at" to table: "sign_in_failures"
CREATE INDEX "signinfailure_at" ON "sign_in_failures" ("at");
-- create index "signinfailure_subject_at" to table: "sign_in_failures"
CREATE INDEX "signinfailure_subject_at" ON "sign_in_failures" ("subject", "at");
-- create "sign_in_links" table
CREATE TABLE "sign_in_links" ("id" character varying NOT NULL, "token_hash" bytea NOT NULL, "created_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "used_at" timestamptz NULL, "user_id" character varying NOT NULL, "delegation_id" character varying NULL, PRIMARY KEY ("id"));
-- create index "sign_in_links_token_hash_key" to table: "sign_in_links"
CREATE UNIQUE INDEX "sign_in_links_token_hash_key" ON "sign_in_links" ("token_hash");
-- create index "signinlink_user_id_used_at" to table: "sign_in_links"
CREATE INDEX "signinlink_user_id_used_at" ON "sign_in_links" ("user_id", "used_at");
-- create "signing_keys" table
CREATE TABLE "signing_keys" ("id" character varying NOT NULL, "seed" bytea NOT NULL, "created_at" timestamptz NOT NULL, PRIMARY KEY ("id"));
-- create "subscriptions" table
CREATE TABLE "subscriptions" ("id" character varying NOT NULL, "kind" character varying NOT NULL, "seats" bigint NOT NULL, "assigned_seats" bigint NOT NULL DEFAULT 0, "starts_at" timestamptz NOT NULL, "ends_at" timestamptz NOT NULL, "organization_id" character varying NOT NULL, "product_id" character varying NOT NULL, "offer_id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "subscription_offer_id" to table: "subscriptions"
CREATE UNIQUE INDEX "subscription_offer_id" ON "subscriptions" ("offer_id");
-- create index "subscription_organization_id_starts_at" to table: "subscriptions"
CREATE INDEX "subscription_organization_id_starts_at" ON "subscriptions" ("organization_id", "starts_at");
-- create "terms" table
CREATE TABLE "terms" ("id" character varying NOT NULL, "text" text NOT NULL, "sha256" character varying NOT NULL, "created_at" timestamptz NOT NULL, "partner_id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "terms_partner_id_sha256" to table: "terms"
CREATE UNIQUE INDEX "terms_partner_id_sha256" ON "terms" ("partner_id", "sha256");
-- create "users" table
CREATE TABLE "users" ("id" character varying NOT NULL, "user_name" character varying NOT NULL, "display_name" character varying NOT NULL, "name_key" character varying NOT NULL DEFAULT '', "email" character varying NULL, "password_hash" character varying NOT NULL DEFAULT '', "enabled" boolean NOT NULL DEFAULT true, "protected" boolean NOT NULL DEFAULT false, "role_set" integer NOT NULL, "created_at" timestamptz NOT NULL, "deleted_at" timestamptz NULL, "restore_enabled" boolean NOT NULL DEFAULT false, "purged_at" timestamptz NULL, "organization_id" character varying NOT NULL, "created_by_id" character varying NULL, PRIMARY KEY ("id"));
-- create index "user_deleted_at_organization_id" to table: "users"
CREATE INDEX "user_deleted_at_organization_id" ON "users" ("deleted_at", "organization_id") WHERE ((deleted_at IS NOT NULL) AND (purged_at IS NULL));
-- create index "user_email" to table: "users"
CREATE INDEX "user_email" ON "users" ("email");
-- create index "user_organization_id_created_at_id" to table: "users"
CREATE INDEX "user_organization_id_created_at_id" ON "users" ("organization_id", "created_at", "id");
-- create index "user_organization_id_name_key_id" to table: "users"
CREATE INDEX "user_organization_id_name_key_id" ON "users" ("organization_id", "name_key", "id");
-- create index "user_organization_id_role_set" to table: "users"
CREATE INDEX "user_organization_id_role_set" ON "users" ("organization_id", "role_set") WHERE (role_set <> 0);
-- create index "user_organization_id_user_name_id" to table: "users"
CREATE INDEX "user_organization_id_user_name_id" ON "users" ("organization_id", "user_name", "id");
-- create index "users_user_name_key" to table: "users"
CREATE UNIQUE INDEX "users_user_name_key" ON "users" ("user_name");
-- create "user_words" table
CREATE TABLE "user_words" ("id" character varying NOT NULL, "organization_id" character varying NOT NULL, "word" character varying NOT NULL, "user_id" character varying NOT NULL, PRIMARY KEY ("id"));
-- create index "userword_organization_id_word_user_id" to table: "user_words"
CREATE INDEX "userword_organization_id_word_user_id" ON "user_words" ("organization_id", "word" text_pattern_ops, "user_id");
-- create index "userword_user_id" to table: "user_words"
CREATE INDEX "userword_user_id" ON "user_words" ("user_id");
-- modify "audit_events" table
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "delegations" table
ALTER TABLE "delegations" ADD CONSTRAINT "delegations_offers_offer" FOREIGN KEY ("offer_id") REFERENCES "offers" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "delegations_organizations_customer" FOREIGN KEY ("customer_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "delegations_partners_partner" FOREIGN KEY ("partner_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "delegations_users_accepted_by" FOREIGN KEY ("accepted_by_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "domains" table
ALTER TABLE "domains" ADD CONSTRAINT "domains_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "domains_partners_added_by" FOREIGN KEY ("added_by_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "licenses" table
ALTER TABLE "licenses" ADD CONSTRAINT "licenses_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "licenses_partners_assigned_by" FOREIGN KEY ("assigned_by_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "licenses_products_product" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "licenses_subscriptions_subscription" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "licenses_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "offers" table
ALTER TABLE "offers" ADD CONSTRAINT "offers_organizations_customer" FOREIGN KEY ("customer_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "offers_partners_partner" FOREIGN KEY ("partner_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "offers_products_product" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "offers_terms_terms" FOREIGN KEY ("terms_id") REFERENCES "terms" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "offer_links" table
ALTER TABLE "offer_links" ADD CONSTRAINT "offer_links_offers_offer" FOREIGN KEY ("offer_id") REFERENCES "offers" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "partners" table
ALTER TABLE "partners" ADD CONSTRAINT "partners_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "partners_terms_terms" FOREIGN KEY ("terms_id") REFERENCES "terms" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "receipts" table
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_delegations_delegation" FOREIGN KEY ("delegation_id") REFERENCES "delegations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "sessions" table
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "sign_in_links" table
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_delegations_delegation" FOREIGN KEY ("delegation_id") REFERENCES "delegations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "sign_in_links_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "subscriptions" table
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_offers_offer" FOREIGN KEY ("offer_id") REFERENCES "offers" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "subscriptions_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "subscriptions_products_product" FOREIGN KEY ("product_id") REFERENCES "products" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "terms" table
ALTER TABLE "terms" ADD CONSTRAINT "terms_partners_partner" FOREIGN KEY ("partner_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "users" table
ALTER TABLE "users" ADD CONSTRAINT "users_organizations_organization" FOREIGN KEY ("organization_id") REFERENCES "organizations" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT, ADD CONSTRAINT "users_partners_created_by" FOREIGN KEY ("created_by_id") REFERENCES "partners" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
-- modify "user_words" table
ALTER TABLE "user_words" ADD CONSTRAINT "user_words_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT;
