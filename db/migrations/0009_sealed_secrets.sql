DROP INDEX `collections_public_key`;--> statement-breakpoint
ALTER TABLE `collections` ADD `public_key_hash` text;--> statement-breakpoint
CREATE UNIQUE INDEX `collections_public_key_hash` ON `collections` (`public_key_hash`);--> statement-breakpoint
ALTER TABLE `installation` ADD `sweep_due` integer DEFAULT false NOT NULL;