import type { Row, Table, Zoned } from "#lib/answers/table.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import type { CampaignForecast, CampaignTotal, PredictionBand } from "./forecast.ts";

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
    {
      curve,
      total,
      asOf,
      horizon,
    }: Pick<CampaignForecast, "curve" | "asOf" | "horizon"> & {
      readonly total: Pick<CampaignTotal, "final" | "band"> | null;
    },
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
    if_fading: "Final size if interest fades fast, where it is unlike anything seen here and has no interval",
    if_lasting: "The same if interest lasts",
  },
  rows: ({ cascades }, { zone }) =>
    cascades.map(({ root, startedAt, size, final, band, doubles, scenarios }) => [
      root,
      isoInZone(startedAt, zone),
      size,
      final,
      ...bandCells(band),
      doubles,
      scenarios?.fading ?? null,
      scenarios?.lasting ?? null,
    ]),
} satisfies Table<CampaignForecast>;

/** What came of the forecasts issued in the workspace, by the age of the campaign they were made at. */
export const forecastScoresTable = {
  columns: {
    age_hours: "Hours between the campaign's first seed and the forecast; empty: forecasts of all ages",
    scored: "Forecasts whose horizon has passed, so that their end is known",
    waiting: "Forecasts whose horizon has not passed",
    coverage_80: "Part of the ends within the 80 % interval; empty before 20 are scored",
    coverage_95: "Part of the ends within the 95 % interval",
    wis_log: "Mean weighted interval score on ln(1 + shares); 0 is perfect",
    median_error: "Median of |forecast - end| / end",
  },
  rows: ({ scores }) =>
    scores.map(({ age, scored, waiting, figures }) => [
      age === null ? null : age / HOUR,
      scored,
      waiting,
      figures?.coverage80 ?? null,
      figures?.coverage95 ?? null,
      figures?.wis ?? null,
      figures?.medianApe ?? null,
    ]),
} satisfies Table<Pick<CampaignForecast, "scores">>;

function bandCells({ low80, high80, low95, high95 }: PredictionBand) {
  return [low80, high80, low95, high95];
}
