import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import type { ConversionsInput } from "#lib/inputs/conversions-input.ts";

/** Conversions of one cascade. */
export interface TreeConversions {
  /** Through the seed's own link. */
  readonly own: number;
  /** Through any link of the cascade. */
  readonly all: number;
}

/**
 * Conversions of every cascade whose root is wanted, in the order of the roots, those without one included.
 * @param among the roots of the cascades: the paid seeds, say
 * @param weight what a conversion counts, by its index; 1 when left out (`conversionNowcast` gives another)
 */
export function treeConversions(
  { root, roots }: Pick<ForestShape, "root" | "roots">,
  { share }: Pick<ConversionsInput, "share">,
  among: (root: number) => boolean,
  weight: ArrayLike<number> = { length: 0 },
): TreeConversions[] {
  const own = new Float64Array(root.length);
  const all = new Float64Array(root.length);
  share.forEach((through, i) => {
    const top = root[through];
    if (top === undefined) return;
    const counts = weight[i] ?? 1;
    all[top] = (all[top] ?? 0) + counts;
    if (through === top) own[top] = (own[top] ?? 0) + counts;
  });
  return [...roots].filter(among).map((top) => ({ own: own[top] ?? 0, all: all[top] ?? 0 }));
}
