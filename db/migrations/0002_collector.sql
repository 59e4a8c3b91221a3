CREATE TABLE `collections` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`stem` text NOT NULL,
	`signing_key` text NOT NULL,
	`public_key` text NOT NULL,
	`target_url` text NOT NULL,
	`origins` text NOT NULL,
	`card_title` text,
	`card_text` text,
	`card_image` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collections_stem` ON `collections` (`stem`);--> statement-breakpoint
CREATE UNIQUE INDEX `collections_public_key` ON `collections` (`public_key`);--> statement-breakpoint
CREATE TABLE `intake_counts` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`hour` integer NOT NULL,
	`source` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text NOT NULL,
	`field` text NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `hour`, `source`, `outcome`, `reason`, `field`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `links` (
	`workspace_id` integer NOT NULL,
	`id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`code` text NOT NULL,
	`name` text NOT NULL,
	`channel` text NOT NULL,
	`seed_kind` text NOT NULL,
	`target_url` text,
	`utm` text NOT NULL,
	`created_by` integer,
	`created_at` integer NOT NULL,
	`paused_at` integer,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `collections`(`workspace_id`,`campaign_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `links_code` ON `links` (`workspace_id`,`campaign_id`,`code`);--> statement-breakpoint
CREATE TABLE `quarantined_events` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`id` integer NOT NULL,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`field` text NOT NULL,
	`raw` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `id`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `server_keys` (
	`workspace_id` integer NOT NULL,
	`id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`ending` text NOT NULL,
	`created_by` integer,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `collections`(`workspace_id`,`campaign_id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `server_keys_hash` ON `server_keys` (`key_hash`);--> statement-breakpoint
DROP INDEX `shares_open`;--> statement-breakpoint
CREATE INDEX `shares_open` ON `shares` (`workspace_id`,`campaign_id`,`person`) WHERE seed_kind IS NULL AND (evidence IS NULL OR evidence = 'touch');--> statement-breakpoint
ALTER TABLE `journal` ADD `verified` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `journal` ADD `label` text;