import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { EVIDENCES } from "#lib/domain/evidence.ts";
import { DAY, HOUR, MINUTE, WEEK } from "#lib/time/lengths.ts";
import type { Colouring } from "./explorer-state.ts";

/** Ages at which a new colour may begin, milliseconds. */
const AGES = [MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY, WEEK, 30 * DAY];
const MOST_AGES = 6;

/**
 * Upper ends of the age classes of a cascade, milliseconds since the root, the last one being the longest age:
 * round ages, at most six classes, none of them empty at both ends.
 */
export function ageLimits({ at }: Pick<CascadeShares, "at">): number[] {
  const [start = 0] = at;
  let longest = 0;
  for (const time of at) longest = Math.max(longest, time - start);
  return [...AGES.filter((age) => age < longest).slice(1 - MOST_AGES), longest];
}

/**
 * The colour class of every share: the place of its channel (`most` − 1 for all from there on), of its country
 * (`most` − 1 for unknown, `most` − 2 for all from there on), of its mode (0 active, 1 passive, 2 unknown), of its evidence (0 stated, 1 first visit, 2 unverified, 3 a root's, which needs none), or
 * of its age in ageLimits.
 */
export function colourSlots(shares: CascadeShares, by: Colouring, most: number): Uint8Array {
  const { at, channel, mode, evidence } = shares;
  if (by === "channel") return Uint8Array.from(channel, (place) => Math.min(place, most - 1));
  if (by === "country")
    return Uint8Array.from(shares.country, (place) => (place < 0 ? most - 1 : Math.min(place, most - 2)));
  if (by === "mode") return Uint8Array.from(mode, (kind) => (kind === "active" ? 0 : kind === null ? 2 : 1));
  if (by === "evidence") {
    return Uint8Array.from(evidence, (kind) => (kind === null ? EVIDENCES.length : EVIDENCES.indexOf(kind)));
  }
  const [limits, start] = [ageLimits(shares), at[0] ?? 0];
  return Uint8Array.from(at, (time) => limits.findIndex((limit) => time - start <= limit));
}
