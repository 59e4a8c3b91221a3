ALTER TABLE `shares` RENAME TO `shares_before`;--> statement-breakpoint
DROP INDEX `shares_code`;--> statement-breakpoint
DROP INDEX `shares_parent`;--> statement-breakpoint
DROP INDEX `shares_open`;--> statement-breakpoint
DROP INDEX `shares_orphans`;--> statement-breakpoint
CREATE TABLE `shares` (
	`workspace_id` integer NOT NULL,
	`campaign_id` integer NOT NULL,
	`root` text NOT NULL,
	`code` text NOT NULL,
	`parent` text,
	`via` text,
	`evidence` text,
	`person` text NOT NULL,
	`channel` text NOT NULL,
	`mode` text,
	`seed_kind` text,
	`variant` text,
	`country` text,
	`at` integer NOT NULL,
	`depth` integer NOT NULL,
	`children` integer NOT NULL,
	`descendants` integer NOT NULL,
	`faults` integer NOT NULL,
	FOREIGN KEY (`workspace_id`,`campaign_id`,`parent`) REFERENCES `shares`(`workspace_id`,`campaign_id`,`code`) DEFERRABLE INITIALLY DEFERRED,
	FOREIGN KEY (`workspace_id`,`campaign_id`) REFERENCES `campaigns`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `shares_code` ON `shares` (`workspace_id`,`campaign_id`,`code`);--> statement-breakpoint
INSERT INTO `shares` SELECT s.workspace_id, s.campaign_id, s.root, s.code, s.parent, s.via, s.evidence, s.person,
	s.channel, s.mode, s.seed_kind, s.variant, json_extract(j.attributes, '$.country'), s.at, s.depth, s.children,
	s.descendants, s.faults
FROM `shares_before` s LEFT JOIN `journal` j ON j.workspace_id = s.workspace_id AND j.campaign_id = s.campaign_id
	AND j.seq = coalesce(
		(SELECT k.seq FROM `journal` k WHERE k.workspace_id = s.workspace_id AND k.campaign_id = s.campaign_id
			AND k.event_id = s.code AND k.amends = 0 AND k.kind = 'share' AND k.code = s.code AND k.label IS NULL),
		(SELECT min(k.seq) FROM `journal` k INDEXED BY `journal_code` WHERE k.workspace_id = s.workspace_id AND k.campaign_id = s.campaign_id
			AND k.code = s.code AND k.code <> k.event_id AND k.amends = 0 AND k.kind = 'share' AND k.label IS NULL))
WHERE true /* each row of shares_before */;--> statement-breakpoint
DROP TABLE `shares_before`;--> statement-breakpoint
CREATE INDEX `shares_root` ON `shares` (`workspace_id`,`campaign_id`,`root`,`person`);--> statement-breakpoint
CREATE INDEX `shares_parent` ON `shares` (`workspace_id`,`campaign_id`,`parent`) WHERE parent IS NOT NULL;--> statement-breakpoint
CREATE INDEX `shares_open` ON `shares` (`workspace_id`,`campaign_id`,`person`) WHERE seed_kind IS NULL AND (evidence IS NULL OR evidence = 'touch');--> statement-breakpoint
CREATE INDEX `shares_orphans` ON `shares` (`workspace_id`,`campaign_id`,`via`) WHERE faults & 1;
