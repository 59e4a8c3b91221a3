import { expect, test } from "vitest";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import { forestInput } from "./forest-input.ts";
import { partOfForest } from "./part-of-forest.ts";

function share(code: string, via: string | null, at: number, channel = "x"): ForestShare {
  const evidence = via === null ? null : "stated";
  const seedKind = via === null ? "paid" : null;
  return { code, via, at, channel, person: `p-${code}`, mode: null, evidence, seedKind, variant: null };
}

/** Three cascades, the middle one first to be left out. */
const LOG = [
  ...[share("a", null, 0), share("a1", "a", 1), share("a2", "a", 2, "y"), share("a11", "a1", 3)],
  ...[share("b", null, 4, "z"), share("b1", "b", 5)],
  ...[share("c", null, 6), share("c1", "c", 7, "y"), share("c11", "c1", 8), share("lost", "gone", 9)],
];

test.each([
  ["all of it", LOG.map(({ code }) => code)],
  ["none of it", []],
  ["whole cascades, not the first", ["b", "b1", "c", "c1", "c11"]],
  ["a cascade left out amidst", ["a", "a1", "a2", "a11", "c", "c1", "c11", "lost"]],
  ["parts of cascades, cut below", ["a", "a2", "c", "c1", "lost"]],
  ["lone roots", ["b", "lost"]],
])("a part of a forest is the forest of that part: %s", (_, codes) => {
  const forest = forestInput(LOG);
  const keeps = Uint8Array.from(forest.codes, (code) => (codes.includes(code) ? 1 : 0));
  const part = partOfForest(forest, keeps);
  expect(part).toEqual(forestInput(LOG.filter(({ code }) => codes.includes(code))));
  expect(Array.from(part.roots, (node) => part.codes[node])).toEqual(
    codes.filter((code) => ["a", "b", "c", "lost"].includes(code)),
  );
});
