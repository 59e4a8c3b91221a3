CREATE TABLE `backup_plan` (
	`id` integer PRIMARY KEY NOT NULL,
	`every_hours` integer DEFAULT 0 NOT NULL,
	`keep` integer DEFAULT 14 NOT NULL,
	`alarm_hours` integer DEFAULT 0 NOT NULL,
	`set_at` integer NOT NULL,
	`requested_at` integer,
	`started_at` integer,
	`failed_at` integer,
	`fault` text,
	CONSTRAINT "backup_plan_one_row" CHECK("backup_plan"."id" = 1)
);
