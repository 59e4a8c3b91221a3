import { EVENT_KINDS } from "#lib/domain/event.ts";
import type { Selection } from "./selection.ts";

const SHARE = EVENT_KINDS.indexOf("share");
const DELIVERY = EVENT_KINDS.indexOf("delivery");
const VIEW = EVENT_KINDS.indexOf("view");
const CONVERSION = EVENT_KINDS.indexOf("conversion");

/** The people whom a campaign reached for the first time in a stretch of time, and what they have done since. */
export interface ReachedPeople {
  /** Numbers of the people, in the order in which they came. */
  readonly people: Int32Array;
  /** For each of them the instant, UTC milliseconds. */
  readonly at: Float64Array;
  /** Node of the share that brought them; -1 for whom none is known. */
  readonly broughtBy: Int32Array;
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
  const place = new Int32Array(activity.persons).fill(-1);
  const isLate = new Uint8Array(activity.persons);
  const found: { person: number; at: number; by: number }[] = [];
  const hasShared = new Uint8Array(activity.persons);
  const hasConverted = new Uint8Array(activity.persons);
  for (let event = 0; event < activity.size; event++) {
    const [person, kind, at] = [
      activity.person[event] ?? 0,
      activity.kind[event] ?? 0,
      activity.at[event] ?? 0,
    ];
    if (at > asOf) break;
    if (kind === SHARE) hasShared[person] = 1;
    if (kind === CONVERSION) hasConverted[person] = 1;
    const isSeen = kind === VIEW || (activity.isClick[event] === 1 && activity.hasLandings);
    if (passes[event] === 0 || isSeen || place[person] !== -1 || isLate[person] === 1) continue;
    if (at < from || at >= to) {
      isLate[person] = 1;
      continue;
    }
    const node = activity.share[event] ?? -1;
    const isOwn = kind === SHARE || kind === DELIVERY;
    place[person] = found.length;
    found.push({ person, at, by: isOwn ? (forest.parent[node] ?? -1) : node });
  }
  return {
    people: Int32Array.from(found, ({ person }) => person),
    at: Float64Array.from(found, ({ at }) => at),
    broughtBy: Int32Array.from(found, ({ by }) => by),
    hasShared: Uint8Array.from(found, ({ person }) => hasShared[person] ?? 0),
    hasConverted: Uint8Array.from(found, ({ person }) => hasConverted[person] ?? 0),
  };
}
