-- +goose Up
-- drop index "auditevent_organization_id_at_id" from table: "audit_events"
DROP INDEX "auditevent_organization_id_at_id";
-- modify "audit_events" table
ALTER TABLE "audit_events" ADD COLUMN "kind" character varying NOT NULL DEFAULT 'SETTINGS', ADD COLUMN "words" character varying NOT NULL DEFAULT '';
-- create index "audit_event_timeline" to table: "audit_events"
CREATE INDEX "audit_event_timeline" ON "audit_events" ("organization_id", "at", "id", "kind", "action", "result", "actor_organization_id");
-- create index "auditevent_organization_id_actor_id_at_id" to table: "audit_events"
CREATE INDEX "auditevent_organization_id_actor_id_at_id" ON "audit_events" ("organization_id", "actor_id", "at", "id");
-- create index "auditevent_organization_id_target_id_at_id" to table: "audit_events"
CREATE INDEX "auditevent_organization_id_target_id_at_id" ON "audit_events" ("organization_id", "target_id", "at", "id");
-- modify "organizations" table
ALTER TABLE "organizations" ADD COLUMN "justification_required" boolean NOT NULL DEFAULT false;
-- create "audit_mentions" table
CREATE TABLE "audit_mentions" ("id" character varying NOT NULL, "object_id" character varying NOT NULL, "event_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "audit_mentions_audit_events_event" FOREIGN KEY ("event_id") REFERENCES "audit_events" ("id") ON UPDATE NO ACTION ON DELETE RESTRICT);
-- create index "auditmention_object_id_event_id" to table: "audit_mentions"
CREATE INDEX "auditmention_object_id_event_id" ON "audit_mentions" ("object_id", "event_id");
-- the events that are there already: their kind, by which words they are found, and of which licenses they tell
UPDATE "audit_events" SET "kind" = CASE WHEN "action" LIKE 'user.password.%' THEN 'PASSWORDS' WHEN "action" LIKE 'user.role.%' THEN 'ROLES' WHEN "action" LIKE 'user.%' THEN 'USERS' WHEN "action" LIKE 'license.%' THEN 'LICENSES' WHEN "action" LIKE 'subscription.%' THEN 'LICENSES' WHEN "action" LIKE 'domain.%' THEN 'DOMAINS' WHEN "action" LIKE 'delegation.%' THEN 'DELEGATIONS' WHEN "action" LIKE 'offer.%' THEN 'OFFERS' WHEN "action" LIKE 'group.%' THEN 'GROUPS' WHEN "action" LIKE 'access.%' THEN 'GROUPS' WHEN "action" LIKE 'session.%' THEN 'SESSIONS' ELSE 'SETTINGS' END, "words" = lower("actor_name" || ' ' || "actor_user_name" || ' ' || "actor_organization_name" || ' ' || coalesce("target", '') || ' ' || coalesce("justification", ''));
INSERT INTO "audit_mentions" ("id", "event_id", "object_id") SELECT 'mnt_' || replace(gen_random_uuid()::text, '-', ''), "id", coalesce("change"->>'before', "change"->>'after') FROM "audit_events", jsonb_array_elements(CASE WHEN jsonb_typeof("changes") = 'array' THEN "changes" ELSE '[]' END) AS "change" WHERE "change"->>'field' = 'subscription';
