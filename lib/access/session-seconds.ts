import { DAY, SECOND } from "#lib/time/lengths.ts";

/** How long a browser stays signed in: 30 days, in seconds. Cookie and session row share it. */
export const SESSION_SECONDS = (30 * DAY) / SECOND;
