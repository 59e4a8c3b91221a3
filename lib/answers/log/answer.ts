import { countLinks } from "#lib/cascade/count-links.ts";
import { MOST_GENERATIONS } from "#lib/cascade/first-generations.ts";
import { CYCLE, ORPHAN, SKEW } from "#lib/cascade/forest.ts";
import { sharesOfEvents } from "#lib/cascade/shares-of-events.ts";
import { standingEvents } from "#lib/cascade/standing-events.ts";
import { type CampaignEvent, isSetApart } from "#lib/domain/event.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import { kByGeneration } from "#lib/estimators/clustered-k.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { orphanWarning } from "#lib/estimators/orphan-bound.ts";
import { thresholdVerdict } from "#lib/estimators/threshold-verdict.ts";
import { type ForestInput, forestInput } from "#lib/inputs/forest-input.ts";
import { inputsOfForest } from "#lib/metrics/inputs-of-forest.ts";
import { k as kMetric } from "#lib/metrics/k.ts";
import { METRICS } from "#lib/metrics/registry.ts";
import { analyseChannels } from "./analyse-channels.ts";
import { cascadeAnalyses } from "./cascade-analyses.ts";
import type { LogAnalysis, LogFaults } from "./log-analysis.ts";

/** What was read of a log, and what is asked of it. */
export interface LogQuestion extends MetricContext {
  /** IANA zone of days. */
  readonly zone: string;
  readonly rows: number;
  readonly unreadable: number;
  /** Milliseconds to which times are known; null or left out where they are known to the second. */
  readonly grain?: number | null;
  /** What the campaign cost, in the currency of its conversions; null when nobody said. */
  readonly spend: number | null;
  /** Whether every cascade is wanted, too. */
  readonly cascades: boolean;
}

/**
 * Answers every metric of the registry for the events of one campaign, as of an instant. Events later than
 * that are left out; of records of one event one counts, whatever their order.
 */
export function analyseLog(events: readonly CampaignEvent[], question: LogQuestion): LogAnalysis {
  const { asOf, horizon, rows, unreadable } = question;
  const known = events.filter(({ occurredAt }) => occurredAt <= asOf);
  const { events: standing, duplicates } = standingEvents(known);
  const shares = sharesOfEvents(standing);
  const forest = forestInput(shares);
  const conversions = standing.filter(({ kind }) => kind === "conversion");
  const currency = conversions.find((event) => event.currency !== null)?.currency ?? null;
  const spend = { amount: question.spend, currency };
  const inputs = inputsOfForest(forest, { conversions, spend }, question);
  const { grain = null } = question;
  const metrics = METRICS.map(({ id, unit, compute }) => [
    id,
    // A length of time is known no better than the times that it lies between.
    {
      ...compute(inputs, { asOf, horizon }),
      unit,
      ...(grain !== null && unit === "milliseconds" && { grain }),
    },
  ]);
  const k = kMetric.compute(inputs, { asOf, horizon });
  const faults: LogFaults = {
    unreadable,
    duplicates,
    ...countFaults(forest),
    later: events.length - known.length,
  };
  return {
    asOf: new Date(asOf).toISOString(),
    input: {
      rows,
      people: countPeople(standing),
      shares: forest.size,
      cascades: forest.roots.length,
      faults,
    },
    verdict: {
      state: thresholdVerdict(k),
      watchedFor: k.value === null ? null : (k.within ?? null),
      horizon,
    },
    metrics: Object.fromEntries(metrics),
    orphans: orphanWarning(countLinks(forest), () =>
      reproductionNumber(inputs.lags.sharers, horizon, inputs.lags.interval.cdf),
    ),
    channels: analyseChannels(forest, inputs.lags, { asOf, horizon }),
    generations: kByGeneration(forest, MOST_GENERATIONS),
    ...(question.cascades && { cascades: cascadeAnalyses(inputs, question) }),
  };
}

/** People reached (METRICS §0): everyone of whom anything was recorded that is not set aside. */
function countPeople(events: readonly CampaignEvent[]): number {
  return new Set(events.flatMap(({ person, label }) => (isSetApart(label) ? [] : [person]))).size;
}

function countFaults({ faults }: ForestInput): Pick<LogFaults, "orphans" | "cycles" | "skews"> {
  const count = (bit: number) => faults.reduce((sum, bits) => sum + ((bits & bit) === 0 ? 0 : 1), 0);
  return { orphans: count(ORPHAN), cycles: count(CYCLE), skews: count(SKEW) };
}
