import type { Evidence } from "#lib/domain/evidence.ts";

/** Whether a link of the tree is our reading of the events rather than a fact: pictures draw it dashed. */
export function isInferred(evidence: Evidence | null | undefined): boolean {
  return evidence === "touch" || evidence === "unverified";
}
