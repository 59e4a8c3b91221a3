CREATE TABLE `experiments` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`judged_on` text,
	`split` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`),
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
