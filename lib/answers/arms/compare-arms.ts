import type { Estimate } from "#lib/domain/estimate.ts";
import { cascadeProportion, cascadeRatio } from "#lib/estimators/cascade-ratio.ts";
import { type ComparedArms, compareOnDay, compareRunning } from "#lib/estimators/comparison.ts";
import { mapEstimate } from "#lib/estimators/estimates.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import { type PoolingVerdict, poolKs, poolParts, poolRatios } from "#lib/estimators/pooled.ts";
import type { ArmsHistory } from "#lib/estimators/standing-arms.ts";
import type { Cluster } from "#lib/stats/permutation.ts";
import { dayAfter } from "#lib/time/days.ts";
import { dayStart } from "#lib/time/zone-clock.ts";
import type { Arm, ArmComparison, ArmPair, Judging } from "./arm-comparison.ts";
import { armPlan } from "./arm-plan.ts";
import { type ArmSource, armsHistory, type Measure } from "./arm-source.ts";
import { looksOf } from "./looks.ts";

/** An arm with its name. */
export interface NamedSource extends ArmSource {
  readonly name: string;
}

/** What is compared, as of when and how it is judged. Times in milliseconds, the instant UTC. */
export interface ArmsFrame {
  readonly by: ArmComparison["by"];
  readonly measure: Measure;
  readonly asOf: number;
  /** Maturity horizon. */
  readonly horizon: number;
  readonly zone: string;
  /** The day set before the start, YYYY-MM-DD; null where there is none. */
  readonly judgedOn: string | null;
}

/** Compares arms by a measure (METRICS §7.1); null where their campaigns record nothing of the kind. */
export function compareArms(sources: readonly NamedSource[], frame: ArmsFrame): ArmComparison | null {
  const { by, measure, asOf, horizon, zone, judgedOn } = frame;
  const history = armsHistory(sources, measure, frame);
  if (history === null) return null;
  const { judging, until } = judgingOf(judgedOn, asOf, zone);
  const { overall, pairs } = comparedBy(judging, { history, sources, frame, until });
  const standing = sources.map((_, arm) => history.at([arm], until));
  const counts = standing.map(({ counts: [own = []] }) => own);
  const units = standing.map(({ unit }) => unit);
  const found = ratesOf(sources, { counts, units, measure, until, horizon });
  const arms = sources.map(({ name, forest, tops }, arm): Arm => {
    const own = counts[arm] ?? [];
    const seeds = tops.filter((top) => (forest.at[top] ?? 0) <= until).length;
    const cascades = own.filter(({ x }) => x > 0).length;
    return { name, seeds, cascades, ...found.of(arm) };
  });
  const nameOf = (arm: number) => arms[arm]?.name ?? "";
  return {
    ...{ by, measure, judging, overall },
    arms: arms.toSorted(
      (a, b) => rankIn(found.pooling, b) - rankIn(found.pooling, a) || (a.name < b.name ? -1 : 1),
    ),
    pooling: found.pooling,
    pairs: pairs.map(({ a, b, within, ...pair }): ArmPair => {
      const cut = within !== null && within < horizon ? within : null;
      return { first: nameOf(a), second: nameOf(b), ...pair, within: cut };
    }),
    plan: armPlan(
      arms.map(({ seeds }) => seeds),
      counts.flat(),
    ),
  };
}

/** As of when arms are shown: the end of the day set, once that is over. */
function judgingOf(day: string | null, asOf: number, zone: string): { judging: Judging; until: number } {
  if (day === null) return { judging: { kind: "running" }, until: asOf };
  const end = dayStart(dayAfter(day), zone) - 1;
  return end < asOf
    ? { judging: { kind: "judged", day }, until: end }
    : { judging: { kind: "awaited", day }, until: asOf };
}

function comparedBy(
  judging: Judging,
  of: { history: ArmsHistory; sources: readonly NamedSource[]; frame: ArmsFrame; until: number },
): ComparedArms {
  const { history, sources, frame, until } = of;
  if (judging.kind === "awaited") return { overall: null, pairs: [] };
  if (judging.kind === "judged") return compareOnDay(history, until);
  return compareRunning(history, looksOf(lifeOf(sources, frame.measure, until), frame));
}

/** From the first seed of all arms to the last thing that happened to any. */
function lifeOf(
  sources: readonly NamedSource[],
  measure: Measure,
  until: number,
): { first: number; last: number } {
  let [first, last] = [until, Number.NEGATIVE_INFINITY];
  for (const { forest, inputs, tops } of sources) {
    for (const top of tops) first = Math.min(first, forest.at[top] ?? until);
    for (const at of forest.at) if (at <= until) last = Math.max(last, at);
    if (measure !== "k") last = Math.max(last, Math.min(until, inputs.activity.at.at(-1) ?? last));
  }
  return { first, last: Math.max(first, last) };
}

/** Where an arm stands: one of a single cascade shows the mean of all, which is no rank of its own. */
function rankIn(pooling: PoolingVerdict, { rate, pooled }: Arm): number {
  if (pooling === "alike") return 0;
  if (pooling === "too-few") return rate.value ?? -1;
  return pooled.note === "too-few-to-tell" ? -1 : (pooled.value ?? -1);
}

/** The rates of arms by themselves and pooled, and what they rest on. */
function ratesOf(
  sources: readonly NamedSource[],
  of: {
    counts: readonly (readonly Cluster[])[];
    units: readonly number[];
    measure: Measure;
    until: number;
    horizon: number;
  },
): { pooling: PoolingVerdict; of: (arm: number) => Pick<Arm, "cases" | "events" | "rate" | "pooled"> } {
  const { counts, units, measure, until, horizon } = of;
  const none: Estimate = { value: null, why: "empty" };
  if (measure === "k") {
    const numbers = sources.map((source) => kOf(source, until, horizon));
    const { verdict, estimates } = poolKs(numbers);
    return {
      pooling: verdict,
      of: (arm) => {
        const { shares = 0, children = 0, estimate = none } = numbers[arm] ?? {};
        return { cases: shares, events: children, rate: estimate, pooled: estimates[arm] ?? none };
      },
    };
  }
  const { verdict, estimates } = measure === "value" ? poolRatios(counts) : poolParts(counts);
  return {
    pooling: verdict,
    of: (arm) => {
      const [own, unit] = [counts[arm] ?? [], units[arm] ?? 1];
      const sum = (key: "x" | "y") => own.reduce((total, count) => total + count[key], 0);
      const inUnits = (estimate: Estimate) =>
        measure === "value" ? mapEstimate(estimate, (value) => value * unit) : estimate;
      return {
        ...{ cases: sum("x"), events: sum("y") * unit, pooled: inUnits(estimates[arm] ?? none) },
        rate: inUnits(measure === "value" ? cascadeRatio(own) : cascadeProportion(own)),
      };
    },
  };
}

function kOf({ forest, inputs, tops }: NamedSource, until: number, horizon: number) {
  const isTop = new Set(tops);
  const isIn = new Uint8Array(forest.size);
  // Parents stand before their children.
  forest.parent.forEach((above, node) => {
    isIn[node] = isTop.has(node) || isIn[above] === 1 ? 1 : 0;
  });
  const among = (node: number) => isIn[node] === 1 && !isTop.has(node);
  return reproductionNumber(lagSample(forest, until, "sharers", among), horizon, inputs.lags.interval.cdf);
}
