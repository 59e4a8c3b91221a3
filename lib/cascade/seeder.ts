import type { ForestShape } from "./forest-shape.ts";
import { isSeed } from "./is-seed.ts";

/** Stands for whoever in the team made a link: many seeds, planted by nobody in particular. */
export const TEAM = "team";

/**
 * For each share the first root that whoever planted its cascade planted: cascades of one seeder are alike, so that
 * figures take them as one cluster (METRICS §2.8). Where nobody planted two, undefined: each cascade is its own.
 * @param personOf whose share a root is; what is "" or the team's tells nobody apart
 */
export function seederOfShares(
  forest: Pick<ForestShape, "size" | "root" | "roots" | "parent" | "faults">,
  personOf: (root: number) => string,
): Int32Array | undefined {
  const firstOf = new Map<string, number>();
  const first = new Map<number, number>();
  for (const root of forest.roots) {
    const person = personOf(root);
    if (person === "" || person === TEAM || !isSeed(forest, root)) continue;
    const known = firstOf.get(person);
    if (known === undefined) firstOf.set(person, root);
    else first.set(root, known);
  }
  const seeds = forest.roots.filter((root) => isSeed(forest, root)).length;
  // One who planted all of them tells nobody apart either.
  if (first.size === 0 || seeds - first.size === 1) return undefined;
  return forest.root.map((root) => first.get(root) ?? root);
}

/** The cluster of a share's cascade: the first root of its seeder, or its own root. */
export function clusterOf({ root, seeder }: Pick<ForestShape, "root" | "seeder">, share: number): number {
  return seeder?.[share] ?? root[share] ?? share;
}
