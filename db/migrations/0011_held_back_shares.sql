CREATE TABLE `held_back_shares` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `code`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
