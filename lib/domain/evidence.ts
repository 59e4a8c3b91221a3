/**
 * How we know who brought a share's person: the share said so, the person's first visit did, or a browser said so
 * with a code that bears no signature of ours.
 */
export const EVIDENCES = ["stated", "touch", "unverified"] as const;
export type Evidence = (typeof EVIDENCES)[number];
