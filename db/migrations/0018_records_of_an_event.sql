DROP INDEX `journal_code`;--> statement-breakpoint
DROP INDEX `journal_event`;--> statement-breakpoint
CREATE UNIQUE INDEX `journal_share` ON `journal` (`workspace_id`,`campaign_id`,`code`,`amends`) WHERE kind = 'share' AND label IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `journal_event` ON `journal` (`workspace_id`,`campaign_id`,`event_id`,`amends`) WHERE kind <> 'share' OR label IS NOT NULL;