import { GENERATION_BANDS, type StepCount } from "#lib/domain/step-count.ts";

/** Days, in order and without gaps, as the calendar months that they lie in. */
export function foldByMonth(days: readonly StepCount[]): StepCount[] {
  const months = new Map<number, number[]>();
  for (const { clock, counts } of days) {
    const day = new Date(clock);
    const month = Date.UTC(day.getUTCFullYear(), day.getUTCMonth());
    const sums = months.get(month) ?? new Array<number>(GENERATION_BANDS).fill(0);
    months.set(
      month,
      sums.map((sum, band) => sum + (counts[band] ?? 0)),
    );
  }
  return [...months].map(([clock, counts]) => ({ clock, counts }));
}
