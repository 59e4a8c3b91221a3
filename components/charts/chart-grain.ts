import type { QueryGrain } from "#lib/time/grain.ts";

/** Length of a bar's time. */
export type ChartGrain = QueryGrain;
