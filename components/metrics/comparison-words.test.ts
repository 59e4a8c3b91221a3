import { expect, it } from "vitest";
import type { Arm, ArmPair } from "#lib/answers/arms/arm-comparison.ts";
import { en } from "#lib/i18n/messages/en.ts";
import { translator } from "#lib/i18n/translator.ts";
import { comparisonWords } from "./comparison-words.ts";

const arm = (name: string): Arm => ({ name, cascades: 20, shares: 9, children: 3, k: { value: 0.3 } });
const pair = (first: string, second: string, verdict: ArmPair["verdict"]): ArmPair => ({
  first,
  second,
  verdict,
  ratio: { value: 0.5, low: 0.4, high: 0.8 },
  p: 0.01,
  adjusted: 0.02,
});
const wordsOf = (names: readonly string[], pairs: readonly ArmPair[]) =>
  comparisonWords(
    { by: "channel", arms: names.map(arm), pairs, overall: null, needed: null },
    "en",
    translator("en", en),
  ).map((text) => text.replace(/[\u2068\u2069]/g, ""));

it("names the better one first and turns the ratio its way round", () => {
  expect(wordsOf(["a", "b"], [pair("a", "b", "first")])).toEqual([
    "a spreads better than b: 2 times as many shares per re-share (1.3 to 2.5).",
  ]);
  expect(wordsOf(["a", "b"], [pair("a", "b", "second")])).toEqual([
    "b spreads better than a: 0.5 times as many shares per re-share (0.4 to 0.8).",
  ]);
});

it("names one undecided pair and counts many", () => {
  expect(wordsOf(["a", "b"], [pair("a", "b", "unclear")])).toEqual(["No clear difference between a and b."]);
  expect(
    wordsOf(
      ["a", "b", "c"],
      [pair("a", "b", "unclear"), pair("a", "c", "unclear"), pair("b", "c", "too-few")],
    ),
  ).toEqual([
    "No clear difference in 2 pairs.",
    "Too few cascades to compare b with c: at least 5 on each side are needed.",
  ]);
});

it("says when there is nothing to compare", () => {
  expect(wordsOf([], [])).toEqual(["No re-shares to compare yet."]);
  expect(wordsOf(["a"], [])).toEqual(["There is only one to look at; a comparison needs two."]);
});
