import type { Grain } from "#lib/domain/step-count.ts";

/** Length of a bar's time. */
export type ChartGrain = Grain | "month";
