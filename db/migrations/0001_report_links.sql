CREATE TABLE `report_links` (
	`workspace_id` integer NOT NULL,
	`id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`alias_key` text NOT NULL,
	`created_by` integer,
	`created_at` integer NOT NULL,
	`expires_at` integer,
	`revoked_at` integer,
	`password_hash` text,
	`date_mode` text NOT NULL,
	`from_day` text,
	`to_day` text,
	`sections` text NOT NULL,
	`aliases` integer NOT NULL,
	`csv` integer NOT NULL,
	`notes` text,
	`locale` text,
	`theme` text NOT NULL,
	`embed_origins` text NOT NULL,
	`preview_card` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`),
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `report_links_token` ON `report_links` (`token_hash`);--> statement-breakpoint
CREATE TABLE `report_opens` (
	`workspace_id` integer NOT NULL,
	`report_id` integer NOT NULL,
	`day` text NOT NULL,
	`browser` text NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `report_id`, `day`, `browser`),
	FOREIGN KEY (`workspace_id`,`report_id`) REFERENCES `report_links`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
