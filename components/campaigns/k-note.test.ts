import { expect, it } from "vitest";
import { en } from "#lib/i18n/messages/en.ts";
import { translator } from "#lib/i18n/translator.ts";
import { kNote } from "./k-note.ts";

const t = translator("en", en);

it.each([
  [{ value: 0.5, low: 0.4, high: 0.625 }, "95 % range 0.400 to 0.625"],
  [{ value: 0.5, low: 0.4, high: 0.625, note: "few-cascades" }, "95 % range 0.400 to 0.625; few cascades"],
  [{ value: 0, low: 0, high: 0.1, note: "no-children" }, "at most 0.100"],
  [{ value: 0.5, note: "one-cascade" }, "One cascade"],
  [{ value: null, why: "empty", note: "nobody-reshared" }, "Nobody has re-shared"],
] as const)("%j", (k, text) => {
  expect(kNote(k, "en", t)).toContain(text);
});
