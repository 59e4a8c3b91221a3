import { createHmac } from "node:crypto";

// Without letters and digits that look alike.
const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const LENGTH = 6;

/**
 * A made-up name of six signs for a person: always the same under one key, unrelated under another, and not
 * to be turned back without it. Of 10 000 people two share one with a probability of 5 %.
 */
export function reportAlias(key: string, person: string): string {
  const bytes = createHmac("sha256", key).update(person).digest().subarray(0, LENGTH);
  return [...bytes].map((byte) => SIGNS[byte % SIGNS.length]).join("");
}
