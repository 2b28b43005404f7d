-- +goose Up
-- drop index "delegation_status_expires_at" from table: "delegations"
DROP INDEX "delegation_status_expires_at";
-- create index "delegation_expires_at" to table: "delegations"
CREATE INDEX "delegation_expires_at" ON "delegations" ("expires_at") WHERE ((status)::text = ANY ((ARRAY['ACTIVE'::character varying, 'SUSPENDED'::character varying])::text[]));
