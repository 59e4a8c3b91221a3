import { estimateCells } from "#lib/answers/table.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { csvFile } from "#lib/format/csv.ts";
import type { MetricUnit } from "#lib/metrics/metric.ts";
import { type CascadeAnalysis, generationLabel, type LogAnalysis } from "./log-analysis.ts";

const HEADER = ["section", "key", "metric", "value", "low", "high", "unit", "why", "withinMs"];

type ShapeFigure = Exclude<keyof CascadeAnalysis, "id" | "forecast">;
const SHAPE_UNITS: Readonly<Record<ShapeFigure, MetricUnit>> = {
  size: "shares",
  sharers: "persons",
  depth: "generations",
  maxBreadth: "shares",
  meanDepth: "generations",
  structuralVirality: "hops",
  directShare: "proportion",
};

type Cell = string | number | null | undefined;

/** An analysis as CSV in long form: one number a row, under the section and the key it belongs to. */
export function analysisCsv(analysis: LogAnalysis): string {
  const { asOf, input, verdict, orphans, metrics, channels, generations, cascades } = analysis;
  const rows: Cell[][] = [];
  const number = (section: string, key: Cell, metric: string, value: number | null, unit: string) =>
    rows.push([section, key, metric, value, null, null, unit, value === null ? "empty" : null]);
  const estimate = (section: string, key: Cell, metric: string, found: Estimate, unit: string) => {
    const [value, low, high, note, within] = estimateCells(found);
    const why = found.value === null ? found.why : note;
    rows.push([section, key, metric, value, low, high, unit, why, within]);
  };

  rows.push(["input", null, "asOf", asOf]);
  rows.push(["verdict", null, "sustains", verdict.state]);
  number("verdict", null, "watchedFor", verdict.watchedFor ?? verdict.horizon, "milliseconds");
  number("verdict", null, "horizon", verdict.horizon, "milliseconds");
  if (orphans !== null) {
    number("orphans", null, "part", orphans.part, "share");
    number("orphans", null, "kUpper", orphans.upper, "children");
  }
  for (const name of ["rows", "shares", "cascades"] as const) number("input", null, name, input[name], name);
  number("input", null, "peopleReached", input.people, "persons");
  for (const [kind, count] of Object.entries(input.faults)) number("fault", null, kind, count, "rows");
  for (const [id, metric] of Object.entries(metrics)) {
    estimate("metric", null, id, metric, metric.unit);
    if (metric.grain !== undefined) number("grain", null, id, metric.grain, "milliseconds");
  }
  for (const [name, { shares, sharers, seeds, k, k0 }] of Object.entries(channels)) {
    for (const [metric, count] of Object.entries({ shares, sharers, seeds }))
      number("channel", name, metric, count, metric === "sharers" ? "persons" : "shares");
    estimate("channel", name, "k", k, "children");
    estimate("channel", name, "k0", k0, "children");
  }
  for (const row of generations) {
    const key = generationLabel(row);
    number("generation", key, "shares", row.shares, "shares");
    number("generation", key, "children", row.children, "shares");
    estimate("generation", key, "k", row.k, "children");
  }
  for (const { id, forecast, ...shape } of cascades ?? []) {
    for (const metric of Object.keys(SHAPE_UNITS) as ShapeFigure[])
      number("cascade", id, metric, shape[metric], SHAPE_UNITS[metric]);
    if (forecast === undefined) continue;
    if (forecast.value === null)
      rows.push(["cascade", id, "forecast", null, null, null, "shares", forecast.why]);
    else rows.push(["cascade", id, "forecast", forecast.value, forecast.low95, forecast.high95, "shares"]);
  }
  return csvFile(
    HEADER,
    rows.map((row) => HEADER.map((_, i) => row[i])),
    { bom: false },
  );
}
