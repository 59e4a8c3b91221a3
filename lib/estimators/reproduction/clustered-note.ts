import type { EstimateNote } from "#lib/domain/estimate.ts";

const FEW_CASCADES = 5;

/** What to say of an interval that rests on so many cascades; nothing from five on. */
export function clusteredNote(cascades: number): { readonly note?: EstimateNote } {
  if (cascades >= FEW_CASCADES) return {};
  return { note: cascades < 2 ? "one-cascade" : "few-cascades" };
}
