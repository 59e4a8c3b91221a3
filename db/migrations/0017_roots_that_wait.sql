DROP INDEX `shares_orphans`;--> statement-breakpoint
CREATE INDEX `shares_orphans` ON `shares` (`workspace_id`,`campaign_id`,`via`) WHERE faults & 9;