/** Millionths of a currency's unit: sums of integers do not depend on their order. Exact there and back. */
export function microsOf(value: number): number {
  return Math.round(value * 1_000_000);
}
