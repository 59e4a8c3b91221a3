import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";

/** Shares of every seed's cascade as of an instant, seeds included, in the order of the roots. */
export interface CascadeSizes {
  /** Of cascades that are at least as old as the horizon. */
  readonly mature: readonly number[];
  /** Of younger ones, which still grow. */
  readonly growing: readonly number[];
}

/**
 * Sizes of the cascades of seeds; the provisional trees of orphans belong to cascades that are not known.
 * @param asOf UTC milliseconds
 * @param horizon maturity horizon in milliseconds
 * @param among narrows the cascades by their root, to those under paid seeds, say
 */
export function cascadeSizes(
  forest: ForestShape,
  asOf: number,
  horizon: number,
  among: (root: number) => boolean = () => true,
): CascadeSizes {
  const { size, at, root, roots } = forest;
  const sizes = new Int32Array(size);
  for (let share = 0; share < size; share++) {
    if ((at[share] ?? 0) > asOf) continue;
    const top = root[share] ?? share;
    sizes[top] = (sizes[top] ?? 0) + 1;
  }
  const mature: number[] = [];
  const growing: number[] = [];
  for (const top of roots) {
    const age = asOf - (at[top] ?? 0);
    if (age < 0 || !isSeed(forest, top) || !among(top)) continue;
    (age >= horizon ? mature : growing).push(sizes[top] ?? 0);
  }
  return { mature, growing };
}
