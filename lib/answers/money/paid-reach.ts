import { clusterOf } from "#lib/cascade/seeder.ts";
import type { CascadeCount } from "#lib/estimators/cascade-ratio.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";

/**
 * The seeds that are wanted (x) and the distinct people in the cascade of each, the seed's person included (y), by
 * seeder where one planted several.
 */
export function paidReach(
  forest: Pick<ForestInput, "root" | "roots" | "size" | "person" | "persons" | "seeder">,
  isWanted: (root: number) => boolean,
): CascadeCount[] {
  const { roots, size, person, persons } = forest;
  const seenIn = new Int32Array(persons.length).fill(-1);
  const reach = new Map<number, { x: number; y: number }>();
  roots.forEach((root, i) => {
    if (!isWanted(root)) return;
    let people = 0;
    for (let node = root; node < (roots[i + 1] ?? size); node++) {
      const who = person[node] ?? 0;
      if (seenIn[who] === root) continue;
      seenIn[who] = root;
      people += 1;
    }
    const cluster = clusterOf(forest, root);
    const sum = reach.get(cluster) ?? { x: 0, y: 0 };
    reach.set(cluster, { x: sum.x + 1, y: sum.y + people });
  });
  return [...reach.values()];
}
