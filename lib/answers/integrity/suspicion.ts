/**
 * Why a share may be no spread from person to person. Self: somebody brought themselves. Ring: two people brought each
 * other. Burst: one person shared more often within a minute than hands can. Unverified: a browser says who brought
 * it, with a code that bears no signature of ours.
 */
export const SUSPICIONS = ["self", "ring", "burst", "unverified"] as const;
export type Suspicion = (typeof SUSPICIONS)[number];

/** Shares of one person within one minute from which on each of them is suspect. */
export const BURST_SHARES = 20;

/** Milliseconds after a person's first visit within which a conversion is suspect. */
export const HASTE_MS = 2000;
