import type { Estimate } from "#lib/domain/estimate.ts";
import type { Cell } from "./widget.ts";

/** An estimate in four cells: value, both ends of its 95 % interval, and a note or the reason there is no value. */
export function estimateCells(estimate: Estimate): [value: Cell, low: Cell, high: Cell, note: Cell] {
  const { value, low, note } = estimate;
  if (estimate.value === null) return [null, null, null, note ?? estimate.why];
  const finite = (number: number | undefined) =>
    number === undefined ? null : Number.isFinite(number) ? number : "infinity";
  return [finite(value ?? undefined), finite(low), finite(estimate.high), note ?? null];
}
