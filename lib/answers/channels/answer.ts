import { overPeriod } from "#lib/answers/answer.ts";
import { paidReach } from "#lib/answers/money/paid-reach.ts";
import { reachedPeople } from "#lib/answers/selection/reached-people.ts";
import { countPeople, partOfPeople, reachedRate } from "#lib/answers/selection/reached-rate.ts";
import type { Selection } from "#lib/answers/selection/selection.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { EVENT_KINDS } from "#lib/domain/event.ts";
import { observedCycleTime } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import { earnedReachPriceOf } from "#lib/estimators/money.ts";
import { type PoolingVerdict, poolKs, poolParts } from "#lib/estimators/pooled.ts";
import type { QueryGrain } from "#lib/time/grain.ts";
import { stepAt, type TimeStep, timeSteps } from "#lib/time/time-steps.ts";

const EMPTY = { value: null, why: "empty" } as const;
const [VISIT, CONVERSION] = [EVENT_KINDS.indexOf("visit"), EVENT_KINDS.indexOf("conversion")];

/** What one channel carried and what came of it. */
export interface ChannelRow {
  readonly channel: string;
  readonly shares: number;
  /** Distinct people who shared there. */
  readonly sharers: number;
  /** People whom a share made there reached first. */
  readonly people: number;
  /** Part of everyone reached; null where nobody was. */
  readonly shareOfReach: number | null;
  /** Part of the people it reached who shared since, and who converted. */
  readonly shareRate: Estimate;
  readonly conversionRate: Estimate;
  /** The rates and K drawn towards those of all channels (METRICS §2.10): what channels are ranked by. */
  readonly shareRatePooled: Estimate;
  readonly conversionRatePooled: Estimate;
  readonly kPooled: Estimate;
  readonly visits: number;
  readonly conversions: number;
  readonly value: number;
  /** Shares that hang on a share made there. */
  readonly children: number;
  readonly k: Estimate;
  /** Median time from a share there to the next anywhere, milliseconds. */
  readonly cycleTime: Estimate;
  /** Spend over the people in the cascades of paid seeds there; the spend is split evenly over paid seeds. */
  readonly costPerPerson: Estimate;
  /** Shares by step of time. */
  readonly trend: readonly number[];
}

/** The columns of a board that are pooled. */
export type PooledColumn = "k" | "shareRate" | "conversionRate";

export interface ChannelBoard {
  readonly rows: readonly ChannelRow[];
  /** Whether the channels may be ranked by a column. */
  readonly pooling: Readonly<Record<PooledColumn, PoolingVerdict>>;
  /** Steps of the trends. */
  readonly steps: readonly TimeStep[];
  /** Shares by the channel that brought the person and the one that they chose; in the order of the rows. */
  readonly jumps: readonly (readonly number[])[];
  /** People whom no known share brought. */
  readonly unbrought: number;
}

/** Where does it spread best, for the money (DESIGN §5)? The busiest channel first. */
export function analyseChannelBoard(
  selection: Selection,
  { grain, zone, spend }: { grain: QueryGrain; zone: string; spend: number | null },
): ChannelBoard {
  const { forest, chosen, activity, events, asOf } = selection;
  const reached = reachedPeople(selection);
  const steps = timeSteps(selection, grain, zone);
  const tallies = forest.channels.map(() => ({
    ...{ shares: 0, people: 0, visits: 0, conversions: 0, value: 0, children: 0 },
    ...{ sharers: new Set<number>(), trend: new Array<number>(steps.length).fill(0) },
    jumps: new Array<number>(forest.channels.length).fill(0),
    places: [] as number[],
  }));
  const tallyOf = (node: number) => tallies[forest.channel[node] ?? -1];
  for (let node = 0; node < forest.size; node++) {
    const parent = forest.parent[node] ?? -1;
    const above = chosen[parent] === 1 && (forest.at[node] ?? 0) <= asOf ? tallyOf(parent) : undefined;
    if (above !== undefined) above.children += 1;
    const own = chosen[node] === 1 ? tallyOf(node) : undefined;
    if (own === undefined) continue;
    own.shares += 1;
    own.sharers.add(forest.person[node] ?? 0);
    const step = stepAt(steps, forest.at[node] ?? 0);
    own.trend[step] = (own.trend[step] ?? 0) + 1;
    const from = selection.admitted[parent] === 1 ? tallyOf(parent) : undefined;
    const into = forest.channel[node] ?? 0;
    if (from !== undefined) from.jumps[into] = (from.jumps[into] ?? 0) + 1;
  }
  for (const event of events) {
    const tally = tallyOf(activity.share[event] ?? -1);
    if (tally === undefined) continue;
    const kind = activity.kind[event];
    if (kind === VISIT && (activity.isClick[event] === 0 || !activity.hasLandings)) tally.visits += 1;
    if (kind !== CONVERSION) continue;
    tally.conversions += 1;
    tally.value += activity.value[event] ?? 0;
  }
  reached.broughtBy.forEach((by, i) => {
    // Somebody may pass by what they shared, though what brought them does not.
    const tally = selection.admitted[by] === 1 ? tallyOf(by) : undefined;
    if (tally === undefined) return;
    tally.people += 1;
    tally.places.push(i);
  });
  const seen = tallies
    .map((tally, channel) => ({ ...tally, channel, name: forest.channels[channel] ?? "" }))
    .filter(({ shares, visits, conversions, people }) => shares + visits + conversions + people > 0)
    .sort((a, b) => b.shares - a.shares || b.people - a.people || (a.name < b.name ? -1 : 1));
  const everyone = reached.people.length;
  const rates = ratesOf(selection, reached, seen);
  return {
    steps,
    pooling: rates.pooling,
    jumps: seen.map(({ jumps }) => seen.map(({ channel }) => jumps[channel] ?? 0)),
    unbrought: reached.broughtBy.reduce((n, by) => n + (by === -1 ? 1 : 0), 0),
    rows: seen.map(({ name, channel, jumps: _, sharers, places: __, ...counts }, row) => ({
      ...counts,
      channel: name,
      sharers: sharers.size,
      shareOfReach: everyone === 0 ? null : counts.people / everyone,
      ...rates.of(row),
      costPerPerson: costOf(selection, channel, spend),
    })),
  };
}

/** Rates, K and pace of channels by themselves, and those that are pooled. @param channels with the people they brought */
function ratesOf(
  { forest, activity, chosen, lags, asOf, horizon }: Selection,
  { cascade, hasShared, hasConverted }: ReturnType<typeof reachedPeople>,
  channels: readonly { readonly channel: number; readonly places: readonly number[] }[],
) {
  const samples = channels.map(({ channel }) =>
    lagSample(forest, asOf, "sharers", (share) => chosen[share] === 1 && forest.channel[share] === channel),
  );
  const cycleTimes = samples.map((sample) => observedCycleTime(sample, horizon));
  const ks = samples.map((sample) => reproductionNumber(sample, horizon, lags.interval.cdf));
  const rateOf = (of: "shared" | "converted", holds: Uint8Array) => {
    const isCovered = of === "shared" ? activity.hasVisits : activity.hasConversions;
    return {
      own: channels.map(({ places }) =>
        reachedRate(activity, of, () => partOfPeople(cascade, holds, places)),
      ),
      pooled: poolParts(channels.map(({ places }) => (isCovered ? countPeople(cascade, holds, places) : []))),
    };
  };
  const [shared, converted] = [rateOf("shared", hasShared), rateOf("converted", hasConverted)];
  const k = poolKs(ks);
  return {
    pooling: { k: k.verdict, shareRate: shared.pooled.verdict, conversionRate: converted.pooled.verdict },
    of: (row: number) => ({
      shareRate: shared.own[row] ?? EMPTY,
      shareRatePooled: shared.pooled.estimates[row] ?? EMPTY,
      conversionRate: converted.own[row] ?? EMPTY,
      conversionRatePooled: converted.pooled.estimates[row] ?? EMPTY,
      k: ks[row]?.estimate ?? EMPTY,
      kPooled: k.estimates[row] ?? EMPTY,
      cycleTime: cycleTimes[row] ?? EMPTY,
    }),
  };
}

function costOf({ forest, chosen }: Selection, channel: number, spend: number | null): Estimate {
  const isPaid = (root: number) => forest.paid[root] === 1 && isSeed(forest, root);
  const all = forest.roots.filter(isPaid).length;
  if (spend === null || all === 0) return { value: null, why: "empty" };
  const isHere = (root: number) => isPaid(root) && chosen[root] === 1 && forest.channel[root] === channel;
  const here = paidReach(forest, isHere);
  const seeds = here.reduce((sum, { x }) => sum + x, 0);
  return earnedReachPriceOf((spend * seeds) / all, here).earned;
}

/** The Channels page's answer. */
export const channelsAnswer = overPeriod((selection, question, { campaign }) =>
  analyseChannelBoard(selection, { ...question, spend: campaign.spend }),
);
