import { clusterOf } from "#lib/cascade/seeder.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import { growingColumn } from "#lib/inputs/growing-column.ts";
import type { Selection } from "./selection.ts";

const VIEW = EVENT_KINDS.indexOf("view");
const SHARE = EVENT_KINDS.indexOf("share");
const DELIVERY = EVENT_KINDS.indexOf("delivery");
const CONVERSION = EVENT_KINDS.indexOf("conversion");
/** What is known of a person so far: that they saw it, or that they came. */
const SEEN = 1;
const MET = 2;
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
 * Everyone is reached once: by the first event of theirs that the filters let through, a view as much as a share
 * (METRICS §0). A click counts where no landing page reports visits; where one does, the same person has another name there. Of who had seen
 * it before they came, the way they came says who brought them.
 */
export function reachedPeople(selection: Selection): ReachedPeople {
  const { activity, forest, passes, from, to, asOf } = selection;
  const isMet = new Uint8Array(activity.persons);
  /** Of those who had only seen it, how they came then. */
  const came = new Map<number, { readonly broughtBy: number; readonly cascade: number }>();
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
    const isTwice = activity.isClick[event] === 1 && activity.hasLandings;
    if (passes[event] === 0 || isTwice || isMet[person] === MET) continue;
    const isNew = isMet[person] === 0;
    isMet[person] = kind === VIEW ? SEEN : MET;
    if (!isNew && kind === VIEW) continue;
    const node = activity.share[event] ?? -1;
    const isOwn = kind === SHARE || kind === DELIVERY;
    const broughtBy = isOwn ? (forest.parent[node] ?? -1) : node;
    const cascade = node === -1 ? -1 : clusterOf(forest, node);
    if (!isNew) came.set(person, { broughtBy, cascade });
    if (!isNew || at < from || at >= to) continue;
    found.people.push(person);
    found.at.push(at);
    found.broughtBy.push(broughtBy);
    found.cascade.push(cascade);
  }
  const people = found.people.all();
  return {
    people,
    at: found.at.all(),
    broughtBy: found.broughtBy.all().map((node, i) => came.get(people[i] ?? -1)?.broughtBy ?? node),
    cascade: found.cascade.all().map((root, i) => came.get(people[i] ?? -1)?.cascade ?? root),
    hasShared: Uint8Array.from(people, (person) => hasShared[person] ?? 0),
    hasConverted: Uint8Array.from(people, (person) => hasConverted[person] ?? 0),
  };
}
