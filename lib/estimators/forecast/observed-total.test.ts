import { expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { observedTotal } from "./observed-total.ts";

const share = (code: string, via: string | null, at: number) => ({ code, via, at });

it("is what was there, and what young cascades got within their horizon", () => {
  const forest = buildForest([
    share("old", null, 0),
    share("old in time", "old", DAY),
    share("old, later", "old", 9 * DAY),
    share("young", null, 6 * DAY),
    share("young in time", "young", 13 * DAY),
    share("young, too late", "young in time", 13 * DAY + 1),
    share("new", null, 8 * DAY + HOUR),
    share("lost", "unknown", DAY),
    share("lost, later", "lost", 9 * DAY),
  ]);
  expect(observedTotal(forest, { at: 8 * DAY, horizon: 7 * DAY })).toBe(5);
  expect(observedTotal(forest, { at: 8 * DAY + HOUR, horizon: 7 * DAY })).toBe(6);
});
