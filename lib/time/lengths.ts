/** Lengths of time in milliseconds. A day on a zone's clock may be longer or shorter: zone-clock.ts. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;
