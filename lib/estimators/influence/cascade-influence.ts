import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import type { ShareConversions } from "#lib/cascade/share-conversions.ts";
import { creditConversions } from "./credit-conversions.ts";
import { shareInfluence } from "./share-influence.ts";

/** What came of every share of one cascade (METRICS §6). */
export interface CascadeInfluence {
  /** Conversions through the share or any below it. */
  readonly conversions: readonly number[];
  /** Their value, in the campaign's currency. */
  readonly value: readonly number[];
  /** Conversions credited to the share, split equally along each chain: these add up. */
  readonly credit: readonly number[];
}

/** Conversions, value and credit of every share, from the sums by share. O(shares + conversions). */
export function cascadeInfluence(
  shares: CascadeShares,
  converted: readonly ShareConversions[],
): CascadeInfluence {
  const size = shares.code.length;
  const places = new Map(shares.code.map((code, share) => [code, share]));
  const share = Int32Array.from(converted, ({ code }) => places.get(code) ?? -1);
  const forest = {
    size,
    parent: Int32Array.from(shares.parent),
    root: new Int32Array(size),
    depth: Int32Array.from(shares.depth),
  };
  const counts = { share, value: Float64Array.from(converted, ({ conversions }) => conversions) };
  const values = { share, value: Float64Array.from(converted, ({ value }) => value) };
  return {
    conversions: Array.from(shareInfluence(forest, counts).value),
    value: Array.from(shareInfluence(forest, values).value),
    credit: Array.from(creditConversions(forest, counts, { rule: "equal" }).credit),
  };
}
