import type { CampaignInputs } from "#lib/answers/inputs.ts";
import { reachedPeople } from "#lib/answers/selection/reached-people.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import { armShares } from "#lib/estimators/arm-shares.ts";
import { armsOfK } from "#lib/estimators/arms-of-k.ts";
import { armsOfPeople, type Outcome, type ReachedOnce } from "#lib/estimators/arms-of-people.ts";
import type { ArmsHistory } from "#lib/estimators/standing-arms.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";

const [SHARE, CONVERSION] = [EVENT_KINDS.indexOf("share"), EVENT_KINDS.indexOf("conversion")];

/** What two or more arms are compared by: K, or what comes of the people reached. */
export const MEASURES = ["k", "conversion", "value", "share"] as const;
export type Measure = (typeof MEASURES)[number];

/** One arm of a comparison: cascades, or a branch, of a campaign. */
export interface ArmSource {
  /** The whole campaign, by whose events people are reached. */
  readonly inputs: CampaignInputs;
  /** The part of its forest that is looked at. */
  readonly forest: ForestInput;
  /** Tops of the arm's trees in that part, ascending. */
  readonly tops: readonly number[];
}

/** The cluster of each tree, numbered from 0 within the arm: the cascades of one seeder are one. */
function seederClusters(forest: ForestInput, tops: readonly number[]): number[] {
  const known = new Map<number, number>();
  return tops.map((top) => {
    const seeder = clusterOf(forest, top);
    const cluster = known.get(seeder) ?? known.size;
    known.set(seeder, cluster);
    return cluster;
  });
}

/** How arms stood by a measure at any instant of their past; null where the campaigns record nothing of the kind. */
export function armsHistory(
  sources: readonly ArmSource[],
  measure: Measure,
  { asOf, horizon }: { asOf: number; horizon: number },
): ArmsHistory | null {
  const clusters = sources.map(({ forest, tops }) => seederClusters(forest, tops));
  if (measure === "k") {
    const arms = sources.map(({ forest, tops }, arm) => armShares(forest, tops, clusters[arm] ?? []));
    return armsOfK(arms, horizon);
  }
  const isCovered = ({ inputs: { activity } }: ArmSource) =>
    activity.hasVisits && (measure === "share" || activity.hasConversions);
  if (!sources.every(isCovered)) return null;
  const people = sources.map((source, arm) =>
    peopleOf(source, arm, { measure, asOf, clusterOf: clusters[arm] ?? [] }),
  );
  const outcomes = people.flatMap((one) => one.outcomes);
  if (measure === "value" && outcomes.every(({ worth }) => worth === 0)) return null;
  return armsOfPeople(
    clusters.map((of) => of.reduce((most, cluster) => Math.max(most, cluster + 1), 0)),
    people.flatMap((one) => one.reached),
    outcomes,
  );
}

function peopleOf(
  { inputs, forest, tops }: ArmSource,
  arm: number,
  of: { measure: Measure; asOf: number; clusterOf: readonly number[] },
): { reached: ReachedOnce[]; outcomes: Outcome[] } {
  const { activity } = inputs;
  const passes = new Uint8Array(activity.size).fill(1);
  const span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, asOf: of.asOf, horizon: 0 };
  const all = { ...inputs, ...span, filters: [], passes };
  const none = { events: new Int32Array(0), admitted: new Uint8Array(0), chosen: new Uint8Array(0) };
  const met = reachedPeople({ ...all, ...none });
  const below = clustersBelow(inputs.forest, codesOf(forest, tops), of.clusterOf);
  const known = new Map<number, ReachedOnce>();
  met.people.forEach((person, i) => {
    const cluster = below[met.broughtBy[i] ?? -1] ?? -1;
    if (cluster !== -1) known.set(person, { arm, cluster, at: met.at[i] ?? 0 });
  });
  return { reached: [...known.values()], outcomes: outcomesOf(activity, known, of) };
}

function outcomesOf(
  activity: CampaignInputs["activity"],
  reached: ReadonlyMap<number, ReachedOnce>,
  { measure, asOf }: { measure: Measure; asOf: number },
): Outcome[] {
  const wanted = measure === "share" ? SHARE : CONVERSION;
  const outcomes: Outcome[] = [];
  const had = new Set<number>();
  for (let event = 0; event < activity.size; event++) {
    const at = activity.at[event] ?? 0;
    if (at > asOf) break;
    const person = activity.person[event] ?? -1;
    const one = activity.kind[event] === wanted ? reached.get(person) : undefined;
    if (one === undefined || (measure !== "value" && had.has(person))) continue;
    had.add(person);
    const worth = measure === "value" ? (activity.value[event] ?? 0) : 1;
    outcomes.push({ ...one, at: Math.max(at, one.at), worth });
  }
  return outcomes;
}

function codesOf({ codes }: ForestInput, tops: readonly number[]): string[] {
  return tops.map((top) => codes[top] ?? "");
}

/** For every node the cluster of the tree that it is in, or -1. Parents stand before their children. */
function clustersBelow(
  { codes, parent }: ForestInput,
  tops: readonly string[],
  clusterOf: readonly number[],
): Int32Array {
  const clusters = new Map(tops.map((code, tree) => [code, clusterOf[tree] ?? -1]));
  const below = new Int32Array(parent.length).fill(-1);
  parent.forEach((above, node) => {
    below[node] = clusters.get(codes[node] ?? "") ?? below[above] ?? -1;
  });
  return below;
}
