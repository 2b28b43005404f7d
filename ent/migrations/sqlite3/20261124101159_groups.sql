-- +goose Up
-- add column "assignments" to table: "offers"
ALTER TABLE `offers` ADD COLUMN `assignments` json NULL;
-- create "access_assignments" table
CREATE TABLE `access_assignments` (`id` text NOT NULL, `role_set` integer NOT NULL, `created_at` datetime NOT NULL, `group_id` text NOT NULL, `delegation_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `access_assignments_groups_group` FOREIGN KEY (`group_id`) REFERENCES `groups` (`id`) ON DELETE RESTRICT, CONSTRAINT `access_assignments_delegations_delegation` FOREIGN KEY (`delegation_id`) REFERENCES `delegations` (`id`) ON DELETE RESTRICT);
-- create index "access_assignment_roles" to table: "access_assignments"
CREATE INDEX `access_assignment_roles` ON `access_assignments` (`delegation_id`, `group_id`, `role_set`);
-- create index "accessassignment_group_id_delegation_id" to table: "access_assignments"
CREATE UNIQUE INDEX `accessassignment_group_id_delegation_id` ON `access_assignments` (`group_id`, `delegation_id`);
-- create "groups" table
CREATE TABLE `groups` (`id` text NOT NULL, `name` text NOT NULL, `name_key` text NOT NULL, `description` text NULL, `default_role_set` integer NOT NULL DEFAULT (0), `created_at` datetime NOT NULL, `organization_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `groups_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE RESTRICT);
-- create index "group_organization_id_name_key" to table: "groups"
CREATE UNIQUE INDEX `group_organization_id_name_key` ON `groups` (`organization_id`, `name_key`);
-- create "group_members" table
CREATE TABLE `group_members` (`id` text NOT NULL, `added_at` datetime NOT NULL, `group_id` text NOT NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `group_members_groups_group` FOREIGN KEY (`group_id`) REFERENCES `groups` (`id`) ON DELETE RESTRICT, CONSTRAINT `group_members_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE RESTRICT);
-- create index "groupmember_user_id_group_id" to table: "group_members"
CREATE UNIQUE INDEX `groupmember_user_id_group_id` ON `group_members` (`user_id`, `group_id`);
-- create index "groupmember_group_id" to table: "group_members"
CREATE INDEX `groupmember_group_id` ON `group_members` (`group_id`);
