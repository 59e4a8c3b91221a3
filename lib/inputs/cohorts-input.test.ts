import { expect, it } from "vitest";
import { sharesOfEvents } from "#lib/cascade/shares-of-events.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { cohortsInput } from "./cohorts-input.ts";
import { forestInput } from "./forest-input.ts";

/** Two cascades of two seeders; `a` shares in both, first in that of `s`. */
const LINKS = [
  ["s", null, "S"],
  ["a", "s", "A"],
  ["t", null, "T"],
  ["a2", "t", "A"],
  ["b", "t", "B"],
  ["s2", null, "S"],
  ["c", "s2", "C"],
] as const;

it("counts inviters and whom they brought once each, by the cascades of a seeder", () => {
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
  const through = (code: string) => forest.codes.indexOf(code);
  // V comes through A's share in the second cascade, W twice, U through a link that nobody knows.
  const brought = [
    ["V", "a2"],
    ["W", "c"],
    ["W", "b"],
    ["X", "b"],
  ] as const;
  const conversions = {
    person: [...brought.map(([person]) => person), "U"],
    share: Int32Array.from([...brought.map(([, code]) => through(code)), -1]),
    at: Float64Array.from([1, 2, 3, 4, 5]),
    value: new Float64Array(5),
  };
  const { inviters, converted, clusters } = cohortsInput(forest, conversions);
  expect([inviters, converted]).toEqual([5, 3]);
  // S, A and C with V and W; T and B with X.
  expect(clusters).toEqual([
    { x: 3, y: 2 },
    { x: 2, y: 1 },
  ]);
});
