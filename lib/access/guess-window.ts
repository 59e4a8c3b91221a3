import { MINUTE } from "#lib/time/lengths.ts";

/** How long wrong passwords count against those who guess, milliseconds. */
export const GUESS_WINDOW = 15 * MINUTE;
