import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { Estimate } from "#lib/domain/estimate.ts";
import { thresholdVerdict } from "./threshold-verdict.ts";

interface Case {
  readonly name: string;
  readonly input: {
    readonly value: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly within: number | null;
    readonly horizon: number;
  };
  readonly expected: { readonly state: string; readonly compared_with_1: boolean };
}

const { cases }: { readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL("./oracles/early-verdict.json", import.meta.url), "utf8"),
);

function estimateOf({ value, low, high, within, horizon }: Case["input"]): Estimate {
  if (value === null) return { value, why: "too-few" };
  return {
    value,
    ...(low === null ? {} : { low }),
    ...(high === null ? {} : { high }),
    // K watched to its horizon has no shorter age.
    ...(within === null || within >= horizon ? {} : { within }),
  };
}

it.each(cases)("$name", ({ input, expected }) => {
  const verdict = thresholdVerdict(estimateOf(input));
  expect(verdict).toBe(expected.state);
  expect(!["too-early", "unknown"].includes(verdict)).toBe(expected.compared_with_1);
});

it("needs one end only", () => {
  expect(thresholdVerdict({ value: 0, high: 0.4 })).toBe("does-not");
  expect(thresholdVerdict({ value: 3, low: 1.2 })).toBe("sustains");
  expect(thresholdVerdict({ value: 0.8, low: 0.4 })).toBe("unclear");
});
