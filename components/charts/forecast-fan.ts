import type { CampaignForecast } from "#lib/answers/forecast/forecast.ts";

export interface FanRow {
  readonly at: number;
  /** Shares there were; null from now on. */
  readonly seen: number | null;
  readonly expected: number | null;
  readonly band80: readonly [number, number] | null;
  readonly band95: readonly [number, number] | null;
}

/**
 * The curve of a campaign followed by the fan of its forecast: from the size of now, every band opens evenly
 * to its place at the horizon of the youngest cascade. Only those ends are forecast, not the way there.
 */
export function forecastFan({ asOf, size, horizon, curve, total, cascades }: CampaignForecast): FanRow[] {
  const seen = curve
    .filter(({ at }) => at < asOf)
    .map((point) => ({ at: point.at, seen: point.size, expected: null, band80: null, band95: null }));
  const now = { at: asOf, seen: size, expected: null, band80: null, band95: null };
  if (total === null) return [...seen, now];
  const { final, band } = total;
  const [isKnown80, isKnown95] = [band.low80 !== null, band.low95 !== null];
  const start: FanRow = {
    ...now,
    expected: size,
    band80: isKnown80 ? [size, size] : null,
    band95: isKnown95 ? [size, size] : null,
  };
  const end: FanRow = {
    at: cascades.reduce((latest, { startedAt }) => Math.max(latest, startedAt + horizon), asOf + 1),
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
