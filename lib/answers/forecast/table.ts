import type { Row, Table, Zoned } from "#lib/answers/table.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import type { CampaignForecast, PredictionBand } from "./forecast.ts";

const BAND = {
  low_80: "Lower end of the 80 % prediction interval",
  high_80: "Its upper end",
  low_95: "Lower end of the 95 % prediction interval",
  high_95: "Its upper end",
};

/** Shares by time, and where they are going. */
export const forecastTable = {
  columns: {
    time: "ISO 8601 with the zone's offset; the last row is the forecast at the horizon",
    shares: "Shares by then; of the last row the expected final size",
    ...BAND,
  },
  rows(
    { curve, total, asOf, horizon }: Pick<CampaignForecast, "curve" | "total" | "asOf" | "horizon">,
    { zone }: Zoned,
  ) {
    const seen = curve.map(({ at, size }): Row => [isoInZone(at, zone), size, null, null, null, null]);
    if (total === null) return seen;
    return [...seen, [isoInZone(asOf + horizon, zone), total.final, ...bandCells(total.band)]];
  },
} satisfies Table<CampaignForecast>;

/** Where each young cascade is going. */
export const forecastCascadesTable = {
  columns: {
    root: "Code of the seed",
    started_at: "ISO 8601 with the zone's offset",
    shares: "Shares so far",
    final: "Expected final size",
    ...BAND,
    probability_of_doubling: "That it doubles from here",
  },
  rows: ({ cascades }, { zone }) =>
    cascades.map(({ root, startedAt, size, final, band, doubles }) => [
      root,
      isoInZone(startedAt, zone),
      size,
      final,
      ...bandCells(band),
      doubles,
    ]),
} satisfies Table<CampaignForecast>;

function bandCells({ low80, high80, low95, high95 }: PredictionBand) {
  return [low80, high80, low95, high95];
}
