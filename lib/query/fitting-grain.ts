import { GRAINS, type QueryGrain } from "#lib/time/grain.ts";
import { DAY } from "#lib/time/lengths.ts";
import type { Span } from "#lib/time/span.ts";

/** Longest stretch in days that a grain is chosen for by itself, and that it may be asked for. */
const LONGEST: Readonly<Record<QueryGrain, readonly [usual: number, allowed: number]>> = {
  hour: [3, 31],
  day: [200, 800],
  week: [200, 5000],
  month: [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
};

/** The grain asked for where a chart can show it, else the finest in which the steps can be told apart. */
export function fittingGrain({ from, to }: Span, wanted: QueryGrain | null): QueryGrain {
  const days = (to - from) / DAY;
  if (wanted !== null && days <= LONGEST[wanted][1]) return wanted;
  const place = wanted === null ? 0 : 1;
  return GRAINS.find((grain) => days <= LONGEST[grain][place]) ?? "month";
}
