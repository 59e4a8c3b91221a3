import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { type CreditRule, cascadeInfluence, creditConversions } from "./credit.ts";
import { shareInfluence } from "./influence.ts";

interface CreditCase {
  readonly name: string;
  readonly input: {
    readonly parents: readonly number[];
    readonly conversions: readonly (readonly [number, number])[];
    readonly decay: number;
  };
  readonly expected: {
    readonly descendants: readonly number[];
    readonly conversions_in_subtree: readonly number[];
    readonly credit_last_share: readonly number[];
    readonly credit_first_share: readonly number[];
    readonly credit_linear_equals_shapley: readonly number[];
    readonly credit_decay: readonly number[];
    readonly total: number;
  };
}

const cases: readonly CreditCase[] = JSON.parse(
  readFileSync(new URL("./oracles/attribution.json", import.meta.url), "utf8"),
).cases;

/** A forest whose parents already stand before their children. */
function shapeOf(parents: readonly number[]) {
  const root: number[] = [];
  const depth: number[] = [];
  parents.forEach((above, share) => {
    root.push(above === -1 ? share : root[above]!);
    depth.push(above === -1 ? 0 : depth[above]! + 1);
  });
  return {
    size: parents.length,
    parent: Int32Array.from(parents),
    root: Int32Array.from(root),
    depth: Int32Array.from(depth),
  };
}

const conversionsOf = (pairs: readonly (readonly [number, number])[]) => ({
  share: Int32Array.from(pairs, ([share]) => share),
  value: Float64Array.from(pairs, ([, value]) => value),
});
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

function expectNear(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    expect(Math.abs(actual[i]! - value)).toBeLessThanOrEqual(1e-9 * value);
  });
}

describe("values of networkx and of Shapley's enumeration", () => {
  it.each(cases)("$name", ({ input, expected }) => {
    const shape = shapeOf(input.parents);
    const conversions = conversionsOf(input.conversions);
    const influence = shareInfluence(shape, conversions);
    expect([...influence.descendants]).toEqual(expected.descendants);
    expectNear(influence.value, expected.conversions_in_subtree);
    const expectCredit = (rule: CreditRule, credits: readonly number[]) => {
      const { credit, unattributed } = creditConversions(shape, conversions, rule);
      expectNear(credit, credits);
      expect(unattributed).toBe(0);
      expect(sum(credit)).toBeCloseTo(expected.total, 9);
    };
    expectCredit({ rule: "last" }, expected.credit_last_share);
    expectCredit({ rule: "first" }, expected.credit_first_share);
    expectCredit({ rule: "equal" }, expected.credit_linear_equals_shapley);
    expectCredit({ rule: "decay", lambda: input.decay }, expected.credit_decay);
  });
});

const forests = fc
  .array(fc.nat(), { minLength: 1, maxLength: 40 })
  .map((draws) => draws.map((draw, i) => (draw % (i + 1)) - 1));
const manyConversions = fc.array(fc.tuple(fc.integer({ min: -1, max: 45 }), fc.nat({ max: 100 })));
const rules: readonly CreditRule[] = [
  { rule: "last" },
  { rule: "first" },
  { rule: "equal" },
  { rule: "decay", lambda: 0.5 },
  { rule: "decay", lambda: 0.97 },
];

it("conserves the value of conversions under every rule, whatever is unknown", () => {
  fc.assert(
    fc.property(forests, manyConversions, fc.constantFrom(...rules), (parents, pairs, rule) => {
      const { credit, unattributed } = creditConversions(shapeOf(parents), conversionsOf(pairs), rule);
      const total = pairs.reduce((all, [, value]) => all + value, 0);
      const unknown = pairs.reduce(
        (all, [share, value]) => all + (parents[share] === undefined ? value : 0),
        0,
      );
      expect(unattributed).toBe(unknown);
      expect(sum(credit) + unattributed).toBeCloseTo(total, 8);
    }),
    { seed: 3 },
  );
});

it("makes the decay of 0 the last share and of 1 the equal split", () => {
  const shape = shapeOf([-1, 0, 1, 1, -1]);
  const conversions = conversionsOf([
    [2, 5],
    [3, 1],
    [4, 2],
  ]);
  const credit = (rule: CreditRule) => creditConversions(shape, conversions, rule).credit;
  expect(credit({ rule: "decay", lambda: 0 })).toEqual(credit({ rule: "last" }));
  expect(credit({ rule: "decay", lambda: 1 })).toEqual(credit({ rule: "equal" }));
});

it("stops credit at the provisional root of an orphan", () => {
  const forest = buildForest([
    { code: "seed", via: null, at: 0 },
    { code: "orphan", via: "gone", at: 1 },
    { code: "below", via: "orphan", at: 2 },
  ]);
  const through = forest.codes.indexOf("below");
  const { credit } = creditConversions(forest, conversionsOf([[through, 6]]), { rule: "equal" });
  const byCode = Object.fromEntries(forest.codes.map((code, share) => [code, credit[share]]));
  expect(byCode).toEqual({ seed: 0, orphan: 3, below: 3 });
});

it("adds descendants up to the sum of depths, as they overlap", () => {
  fc.assert(
    fc.property(forests, (parents) => {
      const shape = shapeOf(parents);
      const { descendants, depthBelow, children } = shareInfluence(shape, conversionsOf([]));
      const total = (values: Int32Array) => values.reduce((all, value) => all + value, 0);
      expect(total(descendants)).toBe(total(shape.depth));
      expect(total(children)).toBe(parents.filter((above) => above !== -1).length);
      shape.depth.forEach((depth, share) => {
        expect(depth + depthBelow[share]!).toBeLessThanOrEqual(Math.max(...shape.depth));
      });
    }),
    { seed: 4 },
  );
});

it("takes the sums by share of one cascade, those of codes outside it left out", () => {
  const shares = { code: ["seed", "a", "b", "c"], parent: [-1, 0, 1, 0], depth: [0, 1, 2, 1] };
  const converted = [
    { code: "b", conversions: 3, value: 60 },
    { code: "c", conversions: 2, value: 5 },
    { code: "gone", conversions: 9, value: 900 },
  ];
  expect(cascadeInfluence(shares, converted)).toEqual({
    conversions: [5, 3, 3, 2],
    value: [65, 60, 60, 5],
    credit: [2, 1, 1, 1],
  });
});
