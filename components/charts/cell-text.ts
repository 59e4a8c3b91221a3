import { type Cell, figureOf } from "#lib/answers/table.ts";
import type { WhyNull } from "#lib/domain/estimate.ts";
import type { Translate } from "#lib/i18n/translator.ts";

const REASONS: readonly WhyNull[] = ["empty", "too-few", "censored", "too-early"];

/** A figure of a table as a text, with a dash where there is none. */
export function figureText(cell: Cell, write: (figure: number) => string, t: Translate): string {
  const figure = figureOf(cell);
  return figure === null ? t("common.none") : write(figure);
}

/** The two ends of an interval as a text. */
export function rangeText(low: Cell, high: Cell, write: (figure: number) => string, t: Translate): string {
  if (figureOf(high) === Number.POSITIVE_INFINITY)
    return t("metrics.range.plainFrom", { low: figureText(low, write, t) });
  return t("metrics.range.plain", { low: figureText(low, write, t), high: figureText(high, write, t) });
}

/** Why an estimate has no value, by its note. */
export function reasonText(note: Cell, t: Translate): string {
  const why = REASONS.find((reason) => reason === note);
  return why === undefined ? t("common.none") : t(`metrics.why.${why}`);
}

/** The instant (UTC milliseconds) of a time of a table, which has it in ISO 8601 with a zone's offset. */
export function instantOf(cell: Cell): number {
  return Date.parse(String(cell));
}

/** What the zone's clock shows at a time of a table, as if it were UTC, in milliseconds. */
export function clockOf(cell: Cell): number {
  return Date.parse(`${String(cell).slice(0, "2026-03-01T12:00:00".length)}Z`);
}
