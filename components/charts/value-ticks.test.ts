import { expect, it } from "vitest";
import { valueTicks } from "./value-ticks.ts";

it("gives round steps from 0 up to what is asked for", () => {
  expect(valueTicks(1.3)).toEqual([0, 0.5, 1, 1.5]);
  expect(valueTicks(100)).toEqual([0, 25, 50, 75, 100]);
  expect(valueTicks(0.4)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  expect(valueTicks(27_300)).toEqual([0, 10_000, 20_000, 30_000]);
});
