import { expect, it } from "vitest";
import { readCollectedEvent } from "./read-collected-event.ts";

const read = (more: object) =>
  readCollectedEvent(
    { kind: "conversion", person: "px", via: "a", ...more },
    { currency: "EUR", now: 1_780_000_000_000, clockOffset: 0 },
  );

it.each([
  [25.5, 25.5],
  ["25.50", 25.5],
  [" 25.50 ", 25.5],
  ["0", 0],
  ["1249.9", 1249.9],
  ["1,249.90", 1249.9],
  ["25.50 EUR", 25.5],
  [null, null],
  ["", null],
])("a worth of %j is %j", (value, worth) => expect(read({ value })).toMatchObject({ value: worth }));

it.each([
  ["25,50", "other-decimal-mark"],
  ["abc", "not-a-number"],
  ["1e3", "not-a-number"],
  ["-1", "negative"],
  [true, "wrong-type"],
  [{}, "wrong-type"],
])("a worth of %j is refused: %s", (value, reason) =>
  expect(read({ value })).toEqual({ field: "value", reason }),
);

it("an answer on worth may be text, too", () => {
  const rating = { kind: "rating", role: "sender" };
  expect(read({ ...rating, score: "9" })).toMatchObject({ score: 9 });
  expect(read({ ...rating, score: "11" })).toMatchObject({ field: "score" });
});

it("a sign of another currency than the campaign's is refused", () => {
  expect(read({ value: "$25.50" })).toEqual({ field: "currency", reason: "wrong-currency" });
});
