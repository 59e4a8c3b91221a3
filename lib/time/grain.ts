export const GRAINS = ["hour", "day", "week", "month"] as const;
/** Length of a step of time in a chart. */
export type QueryGrain = (typeof GRAINS)[number];
