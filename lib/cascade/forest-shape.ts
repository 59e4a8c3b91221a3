import type { Forest } from "#lib/cascade/forest.ts";

/**
 * A forest without its codes: all that the estimators read. Parents stand before children, and every cascade
 * is one contiguous run that begins with its root.
 */
export type ForestShape = Pick<Forest, "size" | "parent" | "root" | "depth" | "faults" | "at" | "roots">;
