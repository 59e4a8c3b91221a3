import type { Estimate } from "#lib/domain/estimate.ts";
import type { OrphanBound } from "#lib/estimators/orphan-bound.ts";
import type { ThresholdVerdict } from "#lib/estimators/threshold-verdict.ts";
import type { MetricUnit } from "#lib/metrics/metric.ts";

/** What was wrong with a log and what was done about it (METRICS §0). */
export interface LogFaults {
  /** Rows that say nothing that can be read; left out. */
  readonly unreadable: number;
  /** Records of an event beyond the one that is kept. */
  readonly duplicates: number;
  /** Shares of an unknown parent; provisional roots, not seeds. */
  readonly orphans: number;
  /** Loops cut at their earliest share. */
  readonly cycles: number;
  /** Shares earlier than their parents; their lag counts as 0. */
  readonly skews: number;
  /** Events later than the instant asked about; left out. */
  readonly later: number;
}

/** Shares of one channel, as parents. */
export interface ChannelAnalysis {
  readonly shares: number;
  readonly sharers: number;
  readonly seeds: number;
  readonly k: Estimate;
  readonly k0: Estimate;
}

/** Shares at one depth and the children they have so far. */
export interface GenerationAnalysis {
  readonly generation: number;
  /** Whether all later generations are counted in. */
  readonly andLater: boolean;
  readonly shares: number;
  readonly children: number;
  readonly k: Estimate;
}

/** How a row by generation is named: `30+` counts all from the thirtieth on. */
export function generationLabel({
  generation,
  andLater,
}: Pick<GenerationAnalysis, "generation" | "andLater">): string {
  return andLater ? `${generation}+` : String(generation);
}

/** Size and shape of one cascade, and where it is going while it is younger than the horizon. */
export interface CascadeAnalysis {
  readonly id: string;
  readonly size: number;
  readonly sharers: number;
  readonly depth: number;
  readonly maxBreadth: number;
  readonly meanDepth: number;
  readonly structuralVirality: number | null;
  readonly directShare: number | null;
  readonly forecast?: ForecastAnalysis;
}

/** Final size within the horizon, with prediction intervals; or why there is none. */
export type ForecastAnalysis =
  | {
      readonly value: number;
      readonly low80: number | null;
      readonly high80: number | null;
      readonly low95: number | null;
      readonly high95: number | null;
      /** Unlike all past cascades, so that no interval is known. */
      readonly note?: "unlike-history";
    }
  | { readonly value: null; readonly why: string };

/** A metric's value; of a length of time `grain` is how well it can be known, where that is worse than to the second. */
export type MetricAnalysis = Estimate & { readonly unit: MetricUnit; readonly grain?: number };

/** Everything the registry says about a log of events as of an instant. */
export interface LogAnalysis {
  /** ISO 8601. */
  readonly asOf: string;
  readonly input: {
    readonly rows: number;
    /** People reached: distinct persons of whom anything was recorded. */
    readonly people: number;
    readonly shares: number;
    readonly cascades: number;
    readonly faults: LogFaults;
  };
  /** Whether it sustains itself, as far as K allows to say. */
  readonly verdict: {
    readonly state: ThresholdVerdict;
    /** Age in milliseconds up to which children were counted for K, where that is short of the horizon. */
    readonly watchedFor: number | null;
    readonly horizon: number;
  };
  /** How far off K may be for shares without their parent; null while they are few. */
  readonly orphans: OrphanBound | null;
  readonly metrics: Readonly<Record<string, MetricAnalysis>>;
  readonly channels: Readonly<Record<string, ChannelAnalysis>>;
  readonly generations: readonly GenerationAnalysis[];
  readonly cascades?: readonly CascadeAnalysis[];
}
