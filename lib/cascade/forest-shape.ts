import type { Forest } from "#lib/cascade/forest.ts";

/**
 * A forest without its codes: all that the estimators read. Parents stand before children, and every cascade
 * is one contiguous run that begins with its root.
 */
export interface ForestShape
  extends Pick<Forest, "size" | "parent" | "root" | "depth" | "faults" | "at" | "roots"> {
  /** For each share the first root of whoever planted its cascade; absent where each cascade is its own. */
  readonly seeder?: Int32Array | undefined;
}
