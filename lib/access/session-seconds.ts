import { DAY, SECOND } from "#lib/time/lengths.ts";

/** How long a browser stays signed in: 30 days, in seconds. Cookie and session row share it. */
export const SESSION_SECONDS = (30 * DAY) / SECOND;

/** A browser that was not seen for two weeks is signed out. */
export const IDLE_SECONDS = (14 * DAY) / SECOND;
