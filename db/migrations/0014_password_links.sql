ALTER TABLE `password_resets` ADD `used_at` integer;--> statement-breakpoint
ALTER TABLE `sign_in_failures` ADD `guesses` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sign_in_failures` ADD `guesses_since` integer DEFAULT 0 NOT NULL;