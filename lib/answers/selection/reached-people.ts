import { clusterOf } from "#lib/cascade/seeder.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import { growingColumn } from "#lib/inputs/growing-column.ts";
import type { Selection } from "./selection.ts";

const SHARE = EVENT_KINDS.indexOf("share");
const DELIVERY = EVENT_KINDS.indexOf("delivery");
const VIEW = EVENT_KINDS.indexOf("view");
const CONVERSION = EVENT_KINDS.indexOf("conversion");
const INTEGERS = (length: number) => new Int32Array(length);
const TIMES = (length: number) => new Float64Array(length);

/** The people whom a campaign reached for the first time in a stretch of time, and what they have done since. */
export interface ReachedPeople {
  /** Numbers of the people, in the order in which they came. */
  readonly people: Int32Array;
  /** For each of them the instant, UTC milliseconds. */
  readonly at: Float64Array;
  /** Node of the share that brought them; -1 for whom none is known. */
  readonly broughtBy: Int32Array;
  /** Cluster of the cascade that each came in, by its node; -1 for whom none is known. */
  readonly cascade: Int32Array;
  /** 1 for those who shared, or converted, up to now. */
  readonly hasShared: Uint8Array;
  readonly hasConverted: Uint8Array;
}

/**
 * Everyone is reached once: by the first thing they did that the filters let through. A page that was merely seen
 * is an impression and reaches nobody yet; a click counts where no landing page reports visits.
 */
export function reachedPeople(selection: Selection): ReachedPeople {
  const { activity, forest, passes, from, to, asOf } = selection;
  const isMet = new Uint8Array(activity.persons);
  const found = {
    people: growingColumn(INTEGERS),
    at: growingColumn(TIMES),
    broughtBy: growingColumn(INTEGERS),
    cascade: growingColumn(INTEGERS),
  };
  const hasShared = new Uint8Array(activity.persons);
  const hasConverted = new Uint8Array(activity.persons);
  for (let event = 0; event < activity.size; event++) {
    const at = activity.at[event] ?? 0;
    if (at > asOf) break;
    const person = activity.person[event] ?? 0;
    const kind = activity.kind[event] ?? 0;
    if (kind === SHARE) hasShared[person] = 1;
    if (kind === CONVERSION) hasConverted[person] = 1;
    const isSeen = kind === VIEW || (activity.isClick[event] === 1 && activity.hasLandings);
    if (passes[event] === 0 || isSeen || isMet[person] === 1) continue;
    isMet[person] = 1;
    if (at < from || at >= to) continue;
    const node = activity.share[event] ?? -1;
    const isOwn = kind === SHARE || kind === DELIVERY;
    found.people.push(person);
    found.at.push(at);
    found.broughtBy.push(isOwn ? (forest.parent[node] ?? -1) : node);
    found.cascade.push(node === -1 ? -1 : clusterOf(forest, node));
  }
  const people = found.people.all();
  return {
    people,
    at: found.at.all(),
    broughtBy: found.broughtBy.all(),
    cascade: found.cascade.all(),
    hasShared: Uint8Array.from(people, (person) => hasShared[person] ?? 0),
    hasConverted: Uint8Array.from(people, (person) => hasConverted[person] ?? 0),
  };
}
