import type { QueryGrain } from "#lib/query/query.ts";

/** Length of a bar's time. */
export type ChartGrain = QueryGrain;
