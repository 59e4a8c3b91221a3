CREATE TABLE `forecasts` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`horizon` integer NOT NULL,
	`age` integer NOT NULL,
	`at` integer NOT NULL,
	`issued_at` integer NOT NULL,
	`method` text NOT NULL,
	`size` integer NOT NULL,
	`final` real NOT NULL,
	`low_80` real,
	`high_80` real,
	`low_95` real,
	`high_95` real,
	`observed` integer,
	`scored_at` integer,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `horizon`, `age`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `forecasts_unscored` ON `forecasts` (`scored_at`,`at`);