import type { CampaignForecast, CampaignTotal } from "#lib/answers/forecast/forecast.ts";

/** What of a forecast is drawn. */
export interface DrawnForecast extends Pick<CampaignForecast, "asOf" | "size" | "horizon" | "curve"> {
  readonly total: Pick<CampaignTotal, "final" | "band"> | null;
}

export interface FanPoint {
  readonly at: number;
  /** Shares there were; null from now on. */
  readonly seen: number | null;
  readonly expected: number | null;
  readonly band80: readonly [number, number] | null;
  readonly band95: readonly [number, number] | null;
}

/**
 * The curve of a campaign followed by the fan of its forecast: from the size of now, every band opens evenly to its
 * place a horizon later. Only those ends are forecast, not the way there.
 */
export function forecastFan({ asOf, size, horizon, curve, total }: DrawnForecast): FanPoint[] {
  const seen = curve
    .filter(({ at }) => at < asOf)
    .map((point) => ({ at: point.at, seen: point.size, expected: null, band80: null, band95: null }));
  const now = { at: asOf, seen: size, expected: null, band80: null, band95: null };
  if (total === null) return [...seen, now];
  const { final, band } = total;
  const [isKnown80, isKnown95] = [band.low80 !== null, band.low95 !== null];
  const start: FanPoint = {
    ...now,
    expected: size,
    band80: isKnown80 ? [size, size] : null,
    band95: isKnown95 ? [size, size] : null,
  };
  const end: FanPoint = {
    at: asOf + horizon,
    seen: null,
    expected: final,
    band80: pair(band.low80, band.high80),
    band95: pair(band.low95, band.high95),
  };
  return [...seen, start, end];
}

function pair(low: number | null, high: number | null): readonly [number, number] | null {
  return low === null || high === null ? null : [low, high];
}
