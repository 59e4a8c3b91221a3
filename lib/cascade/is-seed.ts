import { isSeedRoot } from "#lib/cascade/forest.ts";
import type { ForestShape } from "./forest-shape.ts";

/** Whether nobody brought a share's person: a root that states no parent, neither an unknown nor a cut one. */
export function isSeed({ parent, faults }: Pick<ForestShape, "parent" | "faults">, share: number): boolean {
  return parent[share] === -1 && isSeedRoot(faults[share] ?? 0);
}
