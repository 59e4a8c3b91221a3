CREATE TABLE `campaigns` (
	`workspace_id` integer NOT NULL,
	`id` integer NOT NULL,
	`name` text NOT NULL,
	`description` text,
	`tool` text NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`spend` real,
	`currency` text,
	`audience` text,
	`goal` text,
	`simulated` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`archived_at` integer,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_name` ON `campaigns` (`workspace_id`,`name`);--> statement-breakpoint
CREATE TABLE `cascades` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`root` text NOT NULL,
	`seeded` integer NOT NULL,
	`seed_kind` text,
	`variant` text,
	`channel` text NOT NULL,
	`person` text NOT NULL,
	`size` integer NOT NULL,
	`reach` integer NOT NULL,
	`depth` integer NOT NULL,
	`max_breadth` integer NOT NULL,
	`breadths` text NOT NULL,
	`seed_children` integer NOT NULL,
	`max_children` integer NOT NULL,
	`sum_depth` integer NOT NULL,
	`sum_subtree_sq` real NOT NULL,
	`structural_virality` real,
	`skews` integer NOT NULL,
	`cuts` integer NOT NULL,
	`started_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `root`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `cascades_size` ON `cascades` (`workspace_id`,`campaign_id`,`size`);--> statement-breakpoint
CREATE INDEX `cascades_started` ON `cascades` (`workspace_id`,`campaign_id`,`started_at`);--> statement-breakpoint
CREATE TABLE `hourly_counts` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`hour` integer NOT NULL,
	`kind` text NOT NULL,
	`channel` text NOT NULL,
	`generation` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `hour`, `kind`, `channel`, `generation`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `imports` (
	`workspace_id` integer NOT NULL,
	`id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`file_name` text NOT NULL,
	`file_bytes` integer NOT NULL,
	`stored_path` text,
	`format` text NOT NULL,
	`mapping` text NOT NULL,
	`zone` text NOT NULL,
	`policy` text NOT NULL,
	`status` text NOT NULL,
	`bytes_read` integer DEFAULT 0 NOT NULL,
	`received` integer DEFAULT 0 NOT NULL,
	`accepted` integer DEFAULT 0 NOT NULL,
	`duplicate` integer DEFAULT 0 NOT NULL,
	`quarantined` integer DEFAULT 0 NOT NULL,
	`refused` integer DEFAULT 0 NOT NULL,
	`report` text,
	`fault` text,
	`cancel_requested` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`alive_at` integer,
	`finished_at` integer,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `imports_status` ON `imports` (`status`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `imports_campaign` ON `imports` (`workspace_id`,`campaign_id`,`id`);--> statement-breakpoint
CREATE TABLE `installation` (
	`id` integer PRIMARY KEY NOT NULL,
	`set_up_token_hash` text,
	`set_up_at` integer,
	CONSTRAINT "installation_one_row" CHECK("installation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `journal` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`event_id` text NOT NULL,
	`amends` integer DEFAULT false NOT NULL,
	`kind` text NOT NULL,
	`person` text NOT NULL,
	`via` text,
	`arrives` integer DEFAULT false NOT NULL,
	`code` text,
	`channel` text,
	`mode` text,
	`seed_kind` text,
	`variant` text,
	`occurred_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`value_micros` integer,
	`currency` text,
	`role` text,
	`score` real,
	`attributes` text,
	`source` text NOT NULL,
	`import_id` integer,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `seq`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`,`campaign_id`,`import_id`) REFERENCES `imports`(`workspace_id`,`campaign_id`,`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `journal_event` ON `journal` (`workspace_id`,`campaign_id`,`event_id`,`amends`);--> statement-breakpoint
CREATE INDEX `journal_code` ON `journal` (`workspace_id`,`campaign_id`,`code`) WHERE code <> event_id;--> statement-breakpoint
CREATE TABLE `memberships` (
	`workspace_id` integer NOT NULL,
	`user_id` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE TABLE `persons` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`person` text NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	`shares` integer NOT NULL,
	`visits` integer NOT NULL,
	`conversions` integer NOT NULL,
	`touch_at` integer,
	`touch_id` text,
	`touch_via` text,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `person`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `quarantine` (
	`workspace_id` integer NOT NULL,
	`import_id` integer NOT NULL,
	`row` integer NOT NULL,
	`line` integer NOT NULL,
	`field` text NOT NULL,
	`reason` text NOT NULL,
	`raw` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `import_id`, `row`),
	FOREIGN KEY (`workspace_id`,`import_id`) REFERENCES `imports`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE TABLE `shares` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`root` text NOT NULL,
	`code` text NOT NULL,
	`parent` text,
	`via` text,
	`evidence` text,
	`person` text NOT NULL,
	`channel` text NOT NULL,
	`mode` text,
	`seed_kind` text,
	`variant` text,
	`at` integer NOT NULL,
	`depth` integer NOT NULL,
	`children` integer NOT NULL,
	`descendants` integer NOT NULL,
	`faults` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `root`, `person`, `code`),
	FOREIGN KEY (`workspace_id`,`campaign_id`,`parent`) REFERENCES `shares`(`workspace_id`,`campaign_id`,`code`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `shares_code` ON `shares` (`workspace_id`,`campaign_id`,`code`);--> statement-breakpoint
CREATE INDEX `shares_parent` ON `shares` (`workspace_id`,`campaign_id`,`parent`);--> statement-breakpoint
CREATE INDEX `shares_open` ON `shares` (`workspace_id`,`campaign_id`,`person`) WHERE seed_kind IS NULL AND evidence IS NOT 'stated';--> statement-breakpoint
CREATE INDEX `shares_orphans` ON `shares` (`workspace_id`,`campaign_id`,`via`) WHERE faults & 1;--> statement-breakpoint
CREATE TABLE `touches` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`code` text NOT NULL,
	`visits` integer NOT NULL,
	`conversions` integer NOT NULL,
	`value_micros` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `code`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE TABLE `workspaces` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`zone` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `workspaces_slug_unique` ON `workspaces` (`slug`);