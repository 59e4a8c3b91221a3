import { describe, expect, it } from "vitest";
import type { Arm, ArmComparison, ArmPair } from "#lib/answers/arms/arm-comparison.ts";
import { MEASURES } from "#lib/answers/arms/arm-source.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import { ar } from "#lib/i18n/messages/ar.ts";
import { en } from "#lib/i18n/messages/en.ts";
import { translator } from "#lib/i18n/translator.ts";
import { DAY } from "#lib/time/lengths.ts";
import { comparisonNotes, judgingWords } from "./comparison-notes.ts";
import { comparisonWords } from "./comparison-words.ts";

const T = { en: translator("en", en), ar: translator("ar", ar) };
const arm = (name: string): Arm => {
  return { name, seeds: 25, cascades: 20, cases: 9, events: 3, rate: { value: 0.3 }, pooled: { value: 0.3 } };
};
const pair = (
  first: string,
  second: string,
  verdict: ArmPair["verdict"],
  rest: Partial<ArmPair> = {},
): ArmPair => ({
  ...{ first, second, verdict, p: 0.01, adjusted: 0.02, effective: 12.7, changed: false },
  ...{ ratio: { value: 0.5, low: 0.4, high: 0.8 }, pooledLags: false, within: null },
  ...rest,
});
const comparison = (
  names: readonly string[],
  pairs: readonly ArmPair[],
  rest: Partial<ArmComparison> = {},
) => ({
  ...({ by: "channel", measure: "k", judging: { kind: "running" }, overall: null, plan: null } as const),
  ...{ arms: names.map(arm), pairs, pooling: "too-few" as const },
  ...rest,
});
const wordsOf = (data: ArmComparison, locale: Locale = "en") =>
  comparisonWords(data, locale, T[locale]).map((text) => text.replace(/[\u2068\u2069]/g, ""));

it("names the better one first and turns the ratio its way round", () => {
  expect(wordsOf(comparison(["a", "b"], [pair("a", "b", "first")]))).toEqual([
    "a spreads better than b: 2 times as many shares per re-share (1.25 to 2.5).",
  ]);
  const higher = { ratio: { value: 2, low: 1.25, high: 2.5 } };
  expect(wordsOf(comparison(["a", "b"], [pair("a", "b", "second", higher)]))).toEqual([
    "b spreads better than a: 2 times as many shares per re-share (1.25 to 2.5).",
  ]);
  const sizeless = { ratio: { value: null, why: "too-few" } as const };
  expect(wordsOf(comparison(["a", "b"], [pair("a", "b", "second", sizeless)]))).toEqual([
    "b spreads better than a.",
  ]);
});

it("follows the verdict, wherever the range lies", () => {
  const wide = { ratio: { value: 0.95, low: 0.85, high: 1.02 } };
  expect(wordsOf(comparison(["a", "b"], [pair("a", "b", "first", wide)]))).toEqual([
    "a spreads better than b.",
  ]);
  expect(wordsOf(comparison(["a", "b"], [pair("a", "b", "unclear")]))).toEqual([
    "No clear difference between a and b: what there is may be chance.",
  ]);
});

it("names one undecided pair and counts many", () => {
  const names = ["a", "b", "c"];
  const two = [pair("a", "b", "unclear"), pair("a", "c", "unclear")];
  expect(wordsOf(comparison(names, [...two, pair("b", "c", "too-few", { effective: 7.9 })]))).toEqual([
    "No clear difference in 2 pairs: what there is may be chance.",
    "Too early to compare b with c: each side needs 10 effective cascades, and the smaller has 7.",
  ]);
  const judged = { judging: { kind: "judged", day: "2026-03-19" } } as const;
  expect(wordsOf(comparison(names, [pair("b", "c", "too-few")], judged))).toEqual([
    "Too few cascades to compare b with c: each side needs 2 for a test, and 5 for the size of the difference.",
  ]);
});

it("says when the evidence has changed", () => {
  expect(wordsOf(comparison(["a", "b"], [pair("a", "b", "unclear", { changed: true })]))[0]).toMatch(
    /^a and b: the evidence has changed\./,
  );
});

it("says when there is nothing to compare", () => {
  expect(wordsOf(comparison([], []))).toEqual(["No re-shares to compare yet."]);
  expect(wordsOf(comparison(["a"], []))).toEqual(["There is only one to look at; a comparison needs two."]);
});

describe("beside the findings", () => {
  const notes = (rest: Partial<ArmComparison>, pairs = [pair("a", "b", "unclear")]) => {
    const data = comparison(["a", "b"], pairs, rest);
    return [...comparisonNotes(data, "en", T.en), ...judgingWords(data, "en", T.en)].join(" ");
  };

  it("stands how it is judged", () => {
    expect(notes({})).toContain("they allow for every look on every day since then");
    expect(notes({ judging: { kind: "awaited", day: "2026-03-19" } }, [])).toContain("19 Mar 2026");
    expect(notes({ judging: { kind: "judged", day: "2026-03-19" } })).toContain("at the end of 19 Mar 2026");
  });

  it("stand what it would take, and what the numbers rest on", () => {
    const plan = { perArm: 219, found: 1.714, planted: 50, holdouts: [] };
    const said = notes({ plan, overall: 0.02 }, [
      pair("a", "b", "unclear", { within: 2 * DAY, pooledLags: true }),
    ]);
    for (const part of [
      "differ (p = 0.020)",
      "about 219 cascades",
      "The 50 planted",
      "of 1.71 so often",
      "2 days",
      "50 lags",
    ])
      expect(said).toContain(part);
    expect(notes({})).not.toMatch(/219|lags|watched/);
  });
});

it("says every measure and verdict in both languages, and in none that one had better look again", () => {
  const said = MEASURES.flatMap((measure) =>
    (["first", "second", "unclear", "too-few"] as const).flatMap((verdict) =>
      (["running", "judged", "awaited"] as const).flatMap((kind) => {
        const judging = kind === "running" ? ({ kind } as const) : ({ kind, day: "2026-03-19" } as const);
        const data = comparison(["a", "b"], [pair("a", "b", verdict)], { measure, judging });
        return (["en", "ar"] as const).map((locale) => {
          const texts = [
            ...comparisonWords(data, locale, T[locale]),
            ...comparisonNotes(data, locale, T[locale]),
            ...judgingWords(data, locale, T[locale]),
          ];
          expect(texts.join("")).not.toMatch(/[{}]/);
          return texts.join(" ");
        });
      }),
    ),
  );
  for (const text of said) expect(text).not.toMatch(/look again|exploratory|أعد النظر|استكشافي/i);
  expect(said.some((text) => /تنشر أفضل/.test(text))).toBe(true);
});
