import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { ShareConversions } from "#lib/cascade/share-conversions.ts";
import type { ConversionsInput } from "#lib/inputs/conversions-input.ts";
import { shareInfluence } from "./influence.ts";

/**
 * Who gets the credit of a conversion: the share whose link was followed, the root of its chain, every share
 * of the chain alike (the Shapley value, as every link of it was needed), or ancestors m steps up in
 * proportion to lambda^m.
 */
export type CreditRule =
  | { readonly rule: "last" | "first" | "equal" }
  | { readonly rule: "decay" /** 0 to 1; 0.5 unless there is a reason. */; readonly lambda: number };

interface Credit {
  /** Value credited to every share. */
  readonly credit: Float64Array;
  /** Value of conversions through no known share. Credit and this add up to the total. */
  readonly unattributed: number;
}

/**
 * Shares the value of conversions out along the chains that led to them (METRICS §6). Chains of orphans and
 * of cut loops end at their provisional root. O(shares + conversions).
 * @param conversions give `value` ones to credit conversions instead of money
 */
export function creditConversions(
  forest: Pick<ForestShape, "size" | "parent" | "root" | "depth">,
  conversions: Pick<ConversionsInput, "share" | "value">,
  rule: CreditRule,
): Credit {
  const { size, parent, root, depth } = forest;
  const passedOn = lambdaOf(rule);
  const credit = new Float64Array(size);
  let unattributed = 0;
  conversions.share.forEach((share, i) => {
    const value = conversions.value[i] ?? 0;
    if (share < 0 || share >= size) {
      unattributed += value;
      return;
    }
    const to = rule.rule === "first" ? (root[share] ?? share) : share;
    credit[to] = (credit[to] ?? 0) + value * ownPart(passedOn, depth[share] ?? 0);
  });
  if (passedOn === 0) return { credit, unattributed };
  for (let share = size - 1; share >= 0; share--) {
    const above = parent[share] ?? -1;
    if (above !== -1) credit[above] = (credit[above] ?? 0) + passedOn * (credit[share] ?? 0);
  }
  return { credit, unattributed };
}

/** Credit of a share over the credit of the next share down the chain; 0 where only one share gets any. */
function lambdaOf(rule: CreditRule): number {
  if (rule.rule === "decay") return rule.lambda;
  return rule.rule === "equal" ? 1 : 0;
}

/** Part of a conversion for the share it came through, `depth` steps below its root. */
function ownPart(lambda: number, depth: number): number {
  if (lambda === 0) return 1;
  return lambda === 1 ? 1 / (depth + 1) : (1 - lambda) / (1 - lambda ** (depth + 1));
}

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
  shares: Pick<CascadeShares, "code" | "parent" | "depth">,
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
