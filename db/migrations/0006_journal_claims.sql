CREATE TABLE `journal_claims` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`import_id` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `campaign_id`, `seq`, `import_id`),
	FOREIGN KEY (`workspace_id`,`campaign_id`,`seq`) REFERENCES `journal`(`workspace_id`,`campaign_id`,`seq`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`workspace_id`,`campaign_id`,`import_id`) REFERENCES `imports`(`workspace_id`,`campaign_id`,`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `journal_claims_import` ON `journal_claims` (`workspace_id`,`campaign_id`,`import_id`);