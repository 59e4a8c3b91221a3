import type { Estimate } from "#lib/domain/estimate.ts";
import type { ThresholdVerdict } from "#lib/estimators/threshold-verdict.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { generationLabel, type LogAnalysis } from "./log-analysis.ts";

type Row = readonly string[];

/** An analysis as columns of text for a terminal, in English. */
export function analysisTable(analysis: LogAnalysis): string {
  const { input, metrics, channels, generations, cascades } = analysis;
  const faults = Object.entries(input.faults).map(([kind, count]) => `${count} ${kind}`);
  const head = [
    `As of ${analysis.asOf}: ${input.rows} rows, ${input.people} people reached, ${input.shares} shares, ${input.cascades} cascades`,
    `Faults: ${faults.join(", ")}`,
    `Verdict: ${verdictText(analysis.verdict)}`,
  ];
  const parts = [
    table(
      ["metric", "value", "95 % low", "high", "unit", ""],
      Object.entries(metrics).map(([id, metric]) => [
        id,
        ...estimateCells(metric),
        metric.unit,
        noteOf(metric, metric.grain),
      ]),
    ),
    table(
      ["channel", "shares", "sharers", "seeds", "k", "low", "high", "", "k0", ""],
      Object.entries(channels).map(([name, { shares, sharers, seeds, k, k0 }]) => [
        ...[name, text(shares), text(sharers), text(seeds)],
        ...[...estimateCells(k), withinOf(k), text(k0.value), withinOf(k0)],
      ]),
    ),
    table(
      ["generation", "shares", "children", "k", "low", "high"],
      generations.map((row) => [
        generationLabel(row),
        text(row.shares),
        text(row.children),
        ...estimateCells(row.k),
      ]),
    ),
  ];
  if (cascades !== undefined) parts.push(cascadeTable(cascades));
  return `${[...head, "", parts.join("\n")].join("\n")}`;
}

const VERDICTS: Readonly<Record<ThresholdVerdict, string>> = {
  sustains: "it very likely sustains itself",
  "does-not": "it very likely does not sustain itself",
  unclear: "it may sustain itself: the range of K includes 1",
  "too-early": "too early to say whether it sustains itself",
  unknown: "too little is known to say whether it sustains itself",
};

function verdictText({ state, watchedFor, horizon }: LogAnalysis["verdict"]): string {
  const text = VERDICTS[state];
  if (watchedFor === null) return text;
  return `${text}; re-shares were watched for ${formatDuration(watchedFor, "en")} of ${formatDuration(horizon, "en")}`;
}

function cascadeTable(cascades: NonNullable<LogAnalysis["cascades"]>): string {
  const header = [
    "cascade",
    "size",
    "sharers",
    "depth",
    "maxBreadth",
    "meanDepth",
    "virality",
    "direct",
    "forecast",
  ];
  return table(
    header,
    cascades.map((row) => [
      ...[
        row.id,
        text(row.size),
        text(row.sharers),
        text(row.depth),
        text(row.maxBreadth),
        text(row.meanDepth),
      ],
      ...[text(row.structuralVirality), text(row.directShare)],
      row.forecast === undefined ? "" : text(row.forecast.value),
    ]),
  );
}

function estimateCells(estimate: Estimate): Row {
  if (estimate.value === null) return ["-", estimate.low === undefined ? "" : text(estimate.low), ""];
  return [text(estimate.value), text(estimate.low ?? null), text(estimate.high ?? null)];
}

function noteOf(estimate: Estimate, grain?: number): string {
  const words = [estimate.value === null ? estimate.why : "", estimate.note ?? "", withinOf(estimate)];
  if (estimate.value !== null && grain !== undefined) words.push(`to ${formatDuration(grain, "en")} only`);
  return words.filter((word) => word !== "").join(", ");
}

/** The age that a value holds within, where that is short of the horizon. */
function withinOf(estimate: Estimate): string {
  if (estimate.value === null || estimate.within === undefined) return "";
  return `within ${formatDuration(estimate.within, "en")}`;
}

function text(value: number | null): string {
  if (value === null) return "-";
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(5)));
}

function table(header: Row, rows: readonly Row[]): string {
  const widths = header.map((name, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), name.length),
  );
  const line = (row: Row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return `${[header, ...rows].map(line).join("\n")}\n`;
}
