/** What an owner must hear of, whatever page they are on. */
export const NOTICES = ["database-damaged", "cannot-write", "unlisted-proxy", "backup-overdue"] as const;
export type Notice = (typeof NOTICES)[number];

/** The header in which the front tells the pages, in a comma list. */
export const NOTICES_HEADER = "x-intishar-notices";
