CREATE TABLE `annotations` (
	`workspace_id` integer NOT NULL,
	`id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL,
	`kind` text NOT NULL,
	`created_by` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `annotations_campaign` ON `annotations` (`workspace_id`,`campaign_id`,`at`);--> statement-breakpoint
CREATE TABLE `segments` (
	`workspace_id` integer NOT NULL,
	`id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`user_id` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `segments_campaign` ON `segments` (`workspace_id`,`campaign_id`);--> statement-breakpoint
ALTER TABLE `campaigns` ADD `audience_plan` text;