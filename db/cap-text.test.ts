import { expect, test } from "vitest";
import { capText } from "./cap-text.ts";

test.each([
  ["short", 100, "short"],
  ["exactly", 7, "exactly"],
  ["too long", 3, "too"],
  ["شكر", 5, "شك"],
  ["a😀b", 4, "a"],
  ["a😀b", 5, "a😀"],
])("%s within %i bytes is %s", (text, bytes, expected) => {
  expect(capText(text, bytes)).toBe(expected);
});
