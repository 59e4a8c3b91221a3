import type { Estimate } from "#lib/domain/estimate.ts";
import type { ClusteredError } from "./clustered-error.ts";
import { kEstimate } from "./k-estimate.ts";
import type { Population } from "./lag-sample.ts";

/** What was found about K or K0. */
export interface KFindings {
  /** Age of a share, in milliseconds, up to which children were counted: "K within". At most the horizon. */
  readonly within: number;
  /** Shares of the population, however young. */
  readonly shares: number;
  /** Their children born by that age. */
  readonly children: number;
  readonly cascades: number;
  /** Null where K is 0 or unknown. */
  readonly error: ClusteredError | null;
}

/** K or K0 with what it rests on. */
export interface ReproductionNumber extends KFindings {
  readonly estimate: Estimate;
}

interface KEvidence extends KFindings {
  readonly population: Population;
  /** Maturity horizon in milliseconds. */
  readonly horizon: number;
  readonly k: number;
  /** Shares counted by the part of their children within `within` that is due by now; asked of the childless. */
  readonly effectiveShares: () => number;
}

/** Upper 95 % limit of a Poisson mean when nothing was counted, −ln 0.05 rounded (the rule of three). */
const RULE_OF_THREE = 3;
const LEAST_SHARES = 10;
const EMPTY = { value: null, why: "empty" } as const;

/**
 * Says what may be said about K, with the edge cases of METRICS §2.2. "shortened-horizon" comes before any
 * other note; the others can be told from the findings.
 */
export function kReport({
  population,
  horizon,
  k,
  effectiveShares,
  ...found
}: KEvidence): ReproductionNumber {
  const { within, shares, cascades, error } = found;
  const shortened = within < horizon;
  return { ...found, estimate: estimateOf() };

  function estimateOf(): Estimate {
    if (shares === 0) return population === "sharers" ? { ...EMPTY, note: "nobody-reshared" } : EMPTY;
    if (shortened && (shares < LEAST_SHARES || within === 0)) return { value: null, why: "too-few" };
    const estimate = error === null ? childless(effectiveShares()) : kEstimate(k, error, cascades);
    if (!shortened) return estimate;
    return estimate.value === null
      ? { ...estimate, note: "shortened-horizon" }
      : { ...estimate, note: "shortened-horizon", within };
  }
}

function childless(effectiveShares: number): Estimate {
  if (!(effectiveShares > 0)) return { value: null, why: "censored" };
  return { value: 0, low: 0, high: RULE_OF_THREE / effectiveShares, note: "no-children" };
}
