import { analyse } from "#app/_server/analyse.ts";
import { analysisFrame } from "#app/w/_server/analysis-frame.ts";
import { periodMoment } from "#app/w/_server/period-moment.ts";
import type { PredictionBand } from "#lib/answers/forecast/forecast.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";
import type { Cell, ExportContext, Widget } from "./widget.ts";

const BAND = {
  low_80: "Lower end of the 80 % prediction interval",
  high_80: "Its upper end",
  low_95: "Lower end of the 95 % prediction interval",
  high_95: "Its upper end",
};

async function forecastOf({ scope, campaign, query, question, search }: ExportContext) {
  const { horizon } = analysisFrame(search.get("horizon") ?? undefined, question.asOf);
  const asOf = periodMoment(question, query);
  return await analyse(scope, "forecast", {
    ...{ campaignId: campaign.id, asOf, horizon, filters: question.filters },
  });
}

/** Files of the Forecast page. */
export const FORECAST_WIDGETS: Readonly<Record<string, Widget>> = {
  forecast: {
    columns: {
      time: "ISO 8601 with the zone's offset; the last row is the forecast at the horizon",
      shares: "Shares by then; of the last row the expected final size",
      ...BAND,
    },
    async rows(context) {
      const { zone } = context.question;
      const { curve, total, asOf, horizon } = await forecastOf(context);
      const seen = curve.map(({ at, size }): Cell[] => [isoInZone(at, zone), size, null, null, null, null]);
      if (total === null) return seen;
      return [...seen, [isoInZone(asOf + horizon, zone), total.final, ...bandCells(total.band)]];
    },
  },
  "forecast-cascades": {
    columns: {
      root: "Code of the seed",
      started_at: "ISO 8601 with the zone's offset",
      shares: "Shares so far",
      final: "Expected final size",
      ...BAND,
      probability_of_doubling: "That it doubles from here",
    },
    async rows(context) {
      const { zone } = context.question;
      return (await forecastOf(context)).cascades.map(
        ({ root, startedAt, size, final, band, doubles }): Cell[] => [
          ...[root, isoInZone(startedAt, zone), size, final],
          ...bandCells(band),
          doubles,
        ],
      );
    },
  },
};

function bandCells({ low80, high80, low95, high95 }: PredictionBand): Cell[] {
  return [low80, high80, low95, high95];
}
