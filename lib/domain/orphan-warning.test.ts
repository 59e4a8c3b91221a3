import { expect, test } from "vitest";
import { orphanWarning } from "./orphan-warning.ts";

test("up to 5 % of orphans pass in silence, more do not", () => {
  expect(orphanWarning({ kinds: { share: 100 }, seeds: 20, orphans: 5 })).toBeNull();
  expect(orphanWarning({ kinds: { share: 100 }, seeds: 20, orphans: 40 })).toEqual({ share: 0.4, factor: 2 });
});

test("no factor when every child is an orphan, no warning without shares", () => {
  expect(orphanWarning({ kinds: { share: 10 }, seeds: 0, orphans: 10 })).toEqual({ share: 1, factor: null });
  expect(orphanWarning({ kinds: { visit: 10 }, seeds: 0, orphans: 0 })).toBeNull();
});
