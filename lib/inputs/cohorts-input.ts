import type { ConversionsInput } from "./conversions-input.ts";
import type { ForestInput } from "./forest-input.ts";

/** The campaign counted in users: persons who reached its goal. */
export interface CohortsInput {
  /** When each user first reached the goal, ascending; UTC milliseconds. */
  readonly joinedAt: Float64Array;
  /** The user whose share brought each; -1 when nobody or nobody who is a user did. */
  readonly broughtBy: Int32Array;
  /** Shares, each an invitation. */
  readonly invites: number;
  /** Distinct persons who shared. */
  readonly inviters: number;
  /** Users whom a known share brought. */
  readonly converted: number;
}

/** Counts users from the conversions of a campaign: a person's first counts, through whichever link. */
export function cohortsInput(forest: ForestInput, conversions: ConversionsInput): CohortsInput {
  const userOf = new Map<string, number>();
  const first: number[] = [];
  conversions.person.forEach((person, i) => {
    if (userOf.has(person)) return;
    userOf.set(person, first.length);
    first.push(i);
  });
  const sharers = first.map((i) => {
    const share = conversions.share[i] ?? -1;
    return share === -1 ? undefined : forest.persons[forest.person[share] ?? 0];
  });
  return {
    joinedAt: Float64Array.from(first, (i) => conversions.at[i] ?? 0),
    broughtBy: Int32Array.from(sharers, (person) => (person === undefined ? -1 : (userOf.get(person) ?? -1))),
    invites: forest.size,
    inviters: forest.persons.length,
    converted: sharers.filter((person) => person !== undefined).length,
  };
}
