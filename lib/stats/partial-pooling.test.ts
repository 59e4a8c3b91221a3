import { describe, expect, it } from "vitest";
import oracle from "./oracles/partial-pooling.json" with { type: "json" };
import { partialPooling } from "./partial-pooling.ts";

function expectClose(found: number, expected: number): void {
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(Math.max(1e-12, 1e-8 * Math.abs(expected)));
}

describe.each(oracle.cases)("$name", ({ input, expected }) => {
  const found = partialPooling(
    input.ln_K.map((theta, group) => ({
      theta,
      variance: input.variance[group] ?? 0,
      df: input.df[group] ?? 0,
    })),
  );

  it("has the variance between groups and their mean", () => {
    expectClose(found.q, expected.Q);
    expectClose(found.tau2, expected.tau2);
    expectClose(found.mean, expected.mu);
    expectClose(found.meanError, expected.se_mu);
  });

  it("draws every group towards the mean, with its interval", () => {
    expect(found.groups).toHaveLength(input.ln_K.length);
    found.groups.forEach(({ theta, se, own, low, high }, group) => {
      expectClose(own, expected.weight_own[group] ?? Number.NaN);
      expectClose(theta, expected.pooled_ln[group] ?? Number.NaN);
      expectClose(se, expected.se[group] ?? Number.NaN);
      expectClose(Math.exp(theta), expected.pooled[group] ?? Number.NaN);
      expectClose(Math.exp(low), expected.ci95[group]?.[0] ?? Number.NaN);
      expectClose(Math.exp(high), expected.ci95[group]?.[1] ?? Number.NaN);
    });
  });
});

it("does not depend on the order of the groups", () => {
  const groups = [
    { theta: -2, variance: 0.1, df: 4 },
    { theta: -1, variance: 0.02, df: 9 },
    { theta: 0.3, variance: 0.3, df: 2 },
  ];
  const { groups: forward } = partialPooling(groups);
  const { groups: backward } = partialPooling(groups.toReversed());
  backward.toReversed().forEach(({ theta, low }, group) => {
    expectClose(theta, forward[group]?.theta ?? Number.NaN);
    expectClose(low, forward[group]?.low ?? Number.NaN);
  });
});

it("keeps groups apart that know themselves well, and joins those that do not", () => {
  const at = (variance: number) =>
    partialPooling([-2, -1, 0].map((theta) => ({ theta, variance, df: 20 }))).groups.map(({ own }) => own);
  expect(Math.min(...at(1e-4))).toBeGreaterThan(0.99);
  expect(at(10)).toEqual([0, 0, 0]);
});

it("refuses a lone group", () => {
  expect(() => partialPooling([{ theta: 0, variance: 1, df: 1 }])).toThrow(RangeError);
  expect(partialPooling([0, 1].map((theta) => ({ theta, variance: 1, df: 1 }))).groups).toHaveLength(2);
});
