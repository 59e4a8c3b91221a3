CREATE TABLE `column_mappings` (
	`workspace_id` integer NOT NULL,
	`heading` text NOT NULL,
	`mapping` text NOT NULL,
	`zone` text NOT NULL,
	`choices` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `heading`),
	FOREIGN KEY (`workspace_id`) REFERENCES `workspaces`(`id`) ON UPDATE no action ON DELETE cascade
);
