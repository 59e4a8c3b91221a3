CREATE TABLE `collection_blocks` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`id` integer NOT NULL,
	`value` text NOT NULL,
	`created_by` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `id`),
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `collection_blocks_value` ON `collection_blocks` (`workspace_id`,`campaign_id`,`value`);--> statement-breakpoint
CREATE TABLE `retired_keys` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`id` integer NOT NULL,
	`kind` text NOT NULL,
	`value` text,
	`signing_key` text,
	`retired_at` integer NOT NULL,
	`ends_at` integer,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `retired_keys_value` ON `retired_keys` (`kind`,`value`);--> statement-breakpoint
ALTER TABLE `collections` ADD `paused_at` integer;