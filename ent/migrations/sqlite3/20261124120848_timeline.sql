-- +goose Up
-- drop index "auditevent_organization_id_at_id" from table: "audit_events"
DROP INDEX `auditevent_organization_id_at_id`;
-- add columns to table: "audit_events"
ALTER TABLE `audit_events` ADD COLUMN `kind` text NOT NULL DEFAULT 'SETTINGS';
ALTER TABLE `audit_events` ADD COLUMN `words` text NOT NULL DEFAULT '';
-- the events that are there already: their kind, and by which words they are found
UPDATE `audit_events` SET `kind` = CASE WHEN `action` LIKE 'user.password.%' THEN 'PASSWORDS' WHEN `action` LIKE 'user.role.%' THEN 'ROLES' WHEN `action` LIKE 'user.%' THEN 'USERS' WHEN `action` LIKE 'license.%' THEN 'LICENSES' WHEN `action` LIKE 'subscription.%' THEN 'LICENSES' WHEN `action` LIKE 'domain.%' THEN 'DOMAINS' WHEN `action` LIKE 'delegation.%' THEN 'DELEGATIONS' WHEN `action` LIKE 'offer.%' THEN 'OFFERS' WHEN `action` LIKE 'group.%' THEN 'GROUPS' WHEN `action` LIKE 'access.%' THEN 'GROUPS' WHEN `action` LIKE 'session.%' THEN 'SESSIONS' ELSE 'SETTINGS' END, `words` = lower(`actor_name` || ' ' || `actor_user_name` || ' ' || `actor_organization_name` || ' ' || coalesce(`target`, '') || ' ' || coalesce(`justification`, ''));
-- create index "audit_event_timeline" to table: "audit_events"
CREATE INDEX `audit_event_timeline` ON `audit_events` (`organization_id`, `at`, `id`, `kind`, `action`, `result`, `actor_organization_id`);
-- create index "auditevent_organization_id_actor_id_at_id" to table: "audit_events"
CREATE INDEX `auditevent_organization_id_actor_id_at_id` ON `audit_events` (`organization_id`, `actor_id`, `at`, `id`);
-- create index "auditevent_organization_id_target_id_at_id" to table: "audit_events"
CREATE INDEX `auditevent_organization_id_target_id_at_id` ON `audit_events` (`organization_id`, `target_id`, `at`, `id`);
-- add column "justification_required" to table: "organizations"
ALTER TABLE `organizations` ADD COLUMN `justification_required` bool NOT NULL DEFAULT false;
-- create "audit_mentions" table
CREATE TABLE `audit_mentions` (`id` text NOT NULL, `object_id` text NOT NULL, `event_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `audit_mentions_audit_events_event` FOREIGN KEY (`event_id`) REFERENCES `audit_events` (`id`) ON DELETE RESTRICT);
-- create index "auditmention_object_id_event_id" to table: "audit_mentions"
CREATE INDEX `auditmention_object_id_event_id` ON `audit_mentions` (`object_id`, `event_id`);
-- of which licenses the events that are there already tell
INSERT INTO `audit_mentions` (`id`, `event_id`, `object_id`) SELECT 'mnt_' || lower(hex(randomblob(16))), `audit_events`.`id`, coalesce(json_extract(`change`.`value`, '$.before'), json_extract(`change`.`value`, '$.after')) FROM `audit_events`, json_each(CAST(`changes` AS text)) AS `change` WHERE json_extract(`change`.`value`, '$.field') = 'subscription';
