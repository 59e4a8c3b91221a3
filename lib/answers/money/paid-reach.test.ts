import { expect, it } from "vitest";
import { sharesOfEvents } from "#lib/cascade/shares-of-events.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { paidReach } from "./paid-reach.ts";

/** Three seeds of S, one of them not wanted, one of T; A shares twice in one cascade and once in another. */
const LINKS = [
  ["s", null, "S"],
  ["a", "s", "A"],
  ["a2", "a", "A"],
  ["s2", null, "S"],
  ["a3", "s2", "A"],
  ["b", "s2", "B"],
  ["t", null, "T"],
  ["c", "t", "C"],
  ["s3", null, "S"],
] as const;

it("counts the people of each cascade once, seed and all, by who planted it", () => {
  const log = LINKS.map(([code, via, person], i) => {
    return {
      ...BLANK_EVENT,
      kind: "share" as const,
      id: code,
      code,
      via,
      person,
      channel: "x",
      occurredAt: i,
    };
  });
  const forest = forestInput(sharesOfEvents(log));
  const reach = (wanted: readonly string[]) =>
    paidReach(forest, (root) => wanted.includes(forest.codes[root] ?? ""));
  expect(reach(["s", "s2", "t"])).toEqual([
    { x: 2, y: 5 },
    { x: 1, y: 2 },
  ]);
  expect(reach(["s3"])).toEqual([{ x: 1, y: 1 }]);
  expect(reach([])).toEqual([]);
});
