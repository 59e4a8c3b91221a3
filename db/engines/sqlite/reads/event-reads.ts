import * as cascades from "./cascades.ts";

/** What can be asked of the events and of what is derived of them, by noun. */
export const sqliteReads = { cascades };
