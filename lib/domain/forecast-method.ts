/** How forecasts are made: from counts alone, or from the tree and the clock as well (METRICS §8.2). */
export type ForecastMethod = "count-ridge" | "full";
