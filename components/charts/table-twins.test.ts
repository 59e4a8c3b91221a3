import { describe, expect, it, vi } from "vitest";
import { REPORT_PARTS } from "#lib/answers/report/parts.ts";
import type { Cell, NamedCells } from "#lib/answers/table.ts";
import { TABLES } from "#lib/answers/tables.ts";
import { formatClock } from "#lib/format/format-clock.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatDuration } from "#lib/format/format-duration.ts";
import { formatNumber } from "#lib/format/format-number.ts";
import { formatPercent } from "#lib/format/format-percent.ts";
import { formatRarePercent } from "#lib/format/format-rare-percent.ts";
import { formatRatio } from "#lib/format/format-ratio.ts";
import { formatRoundDuration } from "#lib/format/format-round-duration.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { ar } from "#lib/i18n/messages/ar.ts";
import { en } from "#lib/i18n/messages/en.ts";
import { translator } from "#lib/i18n/translator.ts";
import { DRAWN_CHARTS, type DrawnChart, ZONE } from "./testing/drawn-charts.ts";
import { twinOf } from "./testing/twin-of.tsx";

vi.mock("next/navigation", () => ({
  usePathname: () => "/w/team/campaigns/1",
  useSearchParams: () => new URLSearchParams(),
  useRouter: () => ({ push: () => undefined }),
}));

/** What the cells of a row are expected to read. */
type Words = ReturnType<typeof wordsIn>;
function wordsIn(locale: Locale) {
  const t = translator(locale, locale === "ar" ? ar : en);
  const figure = (write: (value: number, locale: Locale) => string) => (cell: Cell | undefined) =>
    typeof cell === "number" ? write(cell, locale) : t("common.none");
  const range =
    (write: (cell: Cell | undefined) => string) => (low: Cell | undefined, high: Cell | undefined) =>
      low === null
        ? t("common.none")
        : high === "infinity"
          ? t("metrics.range.plainFrom", { low: write(low) })
          : t("metrics.range.plain", { low: write(low), high: write(high) });
  const [ratio, whole] = [figure(formatRatio), figure((value) => formatNumber(Math.round(value), locale))];
  return {
    ...{ t, ratio, whole, ratios: range(ratio), wholes: range(whole) },
    number: figure(formatNumber),
    percent: figure(formatPercent),
    rare: figure(formatRarePercent),
    lag: figure(formatDuration),
    age: figure(formatRoundDuration),
    day: (cell: Cell | undefined) => formatClock(Date.parse(String(cell).slice(0, 10)), "day", locale),
    moment: (cell: Cell | undefined) => formatDateTime(Date.parse(String(cell)), locale, ZONE),
  };
}

const BANDS = ["generation_1", "generation_2", "generation_3_and_later", "generation_unknown"];
const CHANNELS = DRAWN_CHARTS["channel-people"].rows().map(({ channel }) => String(channel));
const isFilled = ({ part }: NamedCells) => Number(part) > 0;

/** What a twin makes of the rows of its card's table. */
interface Twin {
  /** The rows that it has, where those are not all as they are. */
  readonly rows?: (rows: readonly NamedCells[]) => readonly NamedCells[];
  readonly cells: (row: NamedCells, words: Words) => string[];
}

const SHARES: Twin = {
  cells: (row, { day, number }) => [
    day(row.time),
    ...["seeds", ...BANDS, "people_reached", "shares_before"].map((key) => number(row[key])),
  ],
};

const RATINGS: Twin = {
  rows: (rows) => rows.filter(({ figure }) => String(figure).startsWith("ratings_of_")),
  cells: ({ figure, value }, { number }) => [number(Number(String(figure).split("_").at(-1))), number(value)],
};

const TWINS: Readonly<Record<keyof typeof DRAWN_CHARTS, Twin>> = {
  shares: SHARES,
  "shares-alone": { cells: (row, words) => SHARES.cells(row, words).slice(0, -1) },
  "report-shares": {
    cells: (row, { day, number }) => [day(row.time), ...["seeds", ...BANDS].map((key) => number(row[key]))],
  },
  "channel-people": {
    cells: (row, { number }) => [String(row.channel), number(row.people)],
  },
  "channel-trends": {
    rows: (rows) => wide(rows, "time", "channel", "shares"),
    cells: (row, { day, number }) => [day(row.time), ...CHANNELS.map((channel) => number(row[channel]))],
  },
  rt: {
    cells: (row, { t, moment, ratio, ratios, percent }) => [
      `${moment(row.from)} – ${moment(row.to)}`,
      ratio(row.r),
      ratios(row.r_low_95 ?? null, row.r_high_95),
      percent(row.probability_above_one),
      row.r === null
        ? t("metrics.why.empty")
        : t(row.few_data === 1 ? "metrics.rt.isGrey" : "metrics.rt.isFirm"),
    ],
  },
  "k-cohorts": {
    rows: (rows) => rows.filter(({ shares }) => shares !== 0),
    cells: (row, { t, day, number, ratio, ratios }) => [
      day(row.from),
      ...[number(row.shares), number(row.children), ratio(row.naive_k), number(row.effective_shares)],
      ratio(row.corrected_k),
      row.corrected_k === null
        ? t("metrics.why.too-few")
        : ratios(row.corrected_k_low_95 ?? null, row.corrected_k_high_95),
      t(row.immature === 1 ? "metrics.cohort.isImmature" : "metrics.cohort.isMature"),
    ],
  },
  "cycle-time": {
    rows: (rows) => rows.slice(rows.findIndex(isFilled), rows.findLastIndex(isFilled) + 1),
    cells: (row, { t, lag, percent }) => [
      t("metrics.cycle.within", { from: lag(row.from_ms), to: lag(row.to_ms) }),
      percent(row.part),
    ],
  },
  offspring: {
    cells: (row, { number, rare }) => [number(row.children), rare(row.part_seen), rare(row.part_fitted)],
  },
  forecast: {
    cells: (row, { moment, whole, wholes }) => [
      moment(row.time),
      ...(row.low_80 === null ? [whole(row.shares), whole(null)] : [whole(null), whole(row.shares)]),
      wholes(row.low_80 ?? null, row.high_80),
      wholes(row.low_95 ?? null, row.high_95),
    ],
  },
  "compare-growth": {
    rows: (rows) => wide(rows, "age_ms", "side", "shares"),
    cells: (row, { age, ratio }) => [age(row.age_ms), ratio(row.first), ratio(row.second)],
  },
  funnel: {
    rows: (rows) =>
      rows.map((row, i) => {
        const before = rows.slice(0, i).findLast(({ covered }) => covered === 1)?.events ?? null;
        const isKnown = row.covered === 1 && before !== null;
        return { ...row, part: isKnown ? Number(row.events) / Number(before) : null };
      }),
    cells: ({ stage, covered, events, people, part }, words) => [
      words.t(`funnel.${stage}` as "funnel.seen"),
      covered === 0 ? words.t("funnel.uncovered") : words.number(events),
      words.number(people),
      part === null ? words.t("common.none") : partOf(Number(part), words),
    ],
  },
  "value-sender": RATINGS,
  "value-receiver": RATINGS,
  "live-minutes": {
    cells: ({ minute, visits, shares, conversions }, { number }) => [
      String(minute).slice(11, 16),
      ...[visits, shares, conversions].map(number),
    ],
  },
};

describe.each(Object.entries<DrawnChart>(DRAWN_CHARTS))("the twin of %s", (name, { table, rows, chart }) => {
  const { rows: shownOf = (all: readonly NamedCells[]) => all, cells } = TWINS[name as keyof typeof TWINS];

  it.each(["en", "ar"] as const)("has the rows of its card's table, in their order, in %s", (locale) => {
    const shown = shownOf(rows());
    const [heads, ...twin] = twinOf(chart(), locale);
    expect(shown.length).toBeGreaterThan(1);
    expect(twin).toEqual(shown.map((row) => cells(row, wordsIn(locale))));
    expect(heads).toHaveLength(twin[0]?.length ?? 0);
  });

  it("shows whatever the table has, and works out no row itself", () => {
    const [, ...before] = twinOf(chart(), "en");
    const { rows: inOrder } = table;
    const spy = vi
      .spyOn(table, "rows")
      .mockImplementation((...asked) => Array.from(inOrder(...asked)).toReversed());
    const [, ...after] = twinOf(chart(), "en");
    spy.mockRestore();
    // A stage's part is of the stage before.
    const own = (row: readonly string[]) => (name === "funnel" ? row.slice(0, 3) : row);
    expect(after.map(own)).toEqual(before.toReversed().map(own));
    expect(after).not.toEqual(before);
  });

  it("is of the table that makes the file of its card", () => {
    const filed = name === "report-shares" ? REPORT_PARTS.shares : TABLES.get(name.replace("-alone", ""));
    expect(filed?.table).toBe(table);
  });
});

/** A long table wide: for each value of a column one row, with a cell for each value of another. */
function wide(rows: readonly NamedCells[], by: string, into: string, value: string): NamedCells[] {
  const keys = [...new Set(rows.map((row) => row[by] ?? null))];
  return keys.map((key) => {
    const own = rows.filter((row) => row[by] === key);
    return { [by]: key, ...Object.fromEntries(own.map((row) => [row[into], row[value] ?? null])) };
  });
}

function partOf(part: number, { t, percent, ratio }: Words): string {
  if (part > 1) return t("funnel.ratio", { ratio: ratio(part) });
  return t("funnel.ofBefore", { part: percent(part) });
}
