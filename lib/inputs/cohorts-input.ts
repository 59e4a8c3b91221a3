import { clusterOf } from "#lib/cascade/seeder.ts";
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
  /**
   * Inviters (x) and the users whom they brought (y), by the cascades in which the inviters shared first; those of one
   * seeder are one.
   */
  readonly clusters: readonly { readonly x: number; readonly y: number }[];
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
  const inviterOf = first.map((i) => forest.person[conversions.share[i] ?? -1] ?? -1);
  const sharers = inviterOf.map((inviter) => forest.persons[inviter]);
  return {
    joinedAt: Float64Array.from(first, (i) => conversions.at[i] ?? 0),
    broughtBy: Int32Array.from(sharers, (person) => (person === undefined ? -1 : (userOf.get(person) ?? -1))),
    invites: forest.size,
    inviters: forest.persons.length,
    converted: sharers.filter((person) => person !== undefined).length,
    clusters: clustersOf(forest, inviterOf),
  };
}

/** @param inviterOf number of the person who brought each user; -1 for none */
function clustersOf(forest: ForestInput, inviterOf: readonly number[]): CohortsInput["clusters"] {
  const clusters = new Map<number, { x: number; y: number }>();
  const ofPerson: { x: number; y: number }[] = [];
  forest.person.forEach((person, share) => {
    if (ofPerson[person] !== undefined) return;
    const cluster = clusterOf(forest, share);
    const count = clusters.get(cluster) ?? { x: 0, y: 0 };
    clusters.set(cluster, count);
    count.x += 1;
    ofPerson[person] = count;
  });
  for (const inviter of inviterOf) {
    const count = ofPerson[inviter];
    if (count !== undefined) count.y += 1;
  }
  return [...clusters.values()];
}
