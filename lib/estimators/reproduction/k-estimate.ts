import type { Estimate } from "#lib/domain/estimate.ts";
import { normalQuantile } from "#lib/stats/normal.ts";
import { tQuantile } from "#lib/stats/student-t.ts";
import type { ClusteredError } from "./clustered-error.ts";
import { clusteredNote } from "./clustered-note.ts";

/**
 * A positive K with its 95 % interval `K·exp(±t_{M−1} se/K)`, cascades as clusters. One cascade has only the
 * spread of its own shares to go by, with the normal quantile, or no interval at all.
 */
export function kEstimate(k: number, { byShare, byCascade }: ClusteredError, cascades: number): Estimate {
  const labelled = { value: k, ...clusteredNote(cascades) };
  const se = cascades < 2 ? byShare : byCascade;
  if (se === null) return labelled;
  const spread = cascades < 2 ? normalQuantile(0.975) : tQuantile(0.975, cascades - 1);
  const factor = Math.exp((spread * se) / k);
  return { ...labelled, low: k / factor, high: k * factor };
}
