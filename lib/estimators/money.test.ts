import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { conversionNowcast, costPerAcquisition, earnedReachPriceOf, treeConversions } from "./money.ts";

const near = (actual: number | null, expected: number) => expect(actual).toBeCloseTo(expected, 9);

describe("price of reach", () => {
  it("falls by what was earned", () => {
    const { perSeed, earned } = earnedReachPriceOf(
      600,
      [1, 2, 3, 4, 5, 15].map((y) => ({ x: 1, y })),
    );
    expect(perSeed).toBe(100);
    expect(earned.value).toBeCloseTo(20, 12);
    if (earned.value === null) return;
    expect(earned.low).toBeLessThan(20);
    expect(earned.high).toBeGreaterThan(20);
  });

  it("is less sure the fewer planted the seeds, though the price is the same", () => {
    const reach = (counts: readonly (readonly [x: number, y: number])[]) =>
      earnedReachPriceOf(
        600,
        counts.map(([x, y]) => ({ x, y })),
      );
    const alone = reach([1, 1, 2, 2, 5, 5, 9, 9, 3, 3, 4, 4].map((y) => [1, y]));
    const pairs = reach([2, 4, 10, 18, 6, 8].map((y) => [2, y]));
    const width = ({ earned }: typeof alone) => {
      if (earned.value === null || earned.low === undefined || earned.high === undefined)
        throw new Error("no range");
      return earned.high / earned.low;
    };
    expect([pairs.perSeed, pairs.earned.value]).toEqual([alone.perSeed, alone.earned.value]);
    expect(width(pairs)).toBeGreaterThan(1.3 * width(alone));
  });

  it("is unknown without spend or seeds", () => {
    const unknown = { perSeed: null, earned: { value: null, why: "empty" } };
    expect(earnedReachPriceOf(0, [{ x: 1, y: 3 }])).toEqual(unknown);
    expect(earnedReachPriceOf(5, [])).toEqual(unknown);
  });
});

describe("cost per acquisition", () => {
  const forest = buildForest([
    { code: "paid", via: null, at: 0 },
    { code: "paid1", via: "paid", at: 10 },
    { code: "organic", via: null, at: 1 },
    { code: "paid2", via: null, at: 2 },
  ]);
  const node = (code: string) => forest.codes.indexOf(code);
  const through = ["paid", "paid1", "paid1", "organic", "paid1"].map(node);
  const conversions = { share: Int32Array.from([...through, -1]) };
  const isPaid = (root: number) => forest.codes[root]?.startsWith("paid") ?? false;

  it("takes conversions of cascades under paid seeds alone", () => {
    const trees = treeConversions(forest, conversions, isPaid);
    expect(trees).toEqual([
      { seeds: 1, own: 1, all: 4 },
      { seeds: 1, own: 0, all: 0 },
    ]);
    const { paidOnly, effective, viralLift } = costPerAcquisition(80, trees);
    near(paidOnly.price.value, 80);
    near(effective.price.value, 20);
    expect(viralLift).toBe(0.75);
  });

  it("takes the cascades of one seeder as one", () => {
    const [first = 0, second = 0] = ["paid", "paid2"].map(node);
    const seeder = forest.root.map((root) => (root === second ? first : root));
    expect(treeConversions({ ...forest, seeder }, conversions, isPaid)).toEqual([
      { seeds: 2, own: 1, all: 4 },
    ]);
  });

  it("weighs conversions through young shares by what is still to come", () => {
    const weight = conversionNowcast(forest, conversions, 20, (age) => Math.min(1, age / 40));
    expect([...weight]).toEqual([2, 4, 4, 40 / 19, 4, 1]);
    expect(treeConversions(forest, conversions, isPaid, weight)[0]).toEqual({ seeds: 1, own: 2, all: 14 });
    expect(conversionNowcast(forest, conversions, 20, () => 0.001)[0]).toBe(5);
  });

  it("is bounded from below without conversions, and unknown without spend or seeds", () => {
    const cost = costPerAcquisition(60, [
      { seeds: 1, own: 0, all: 2 },
      { seeds: 1, own: 0, all: 1 },
    ]);
    expect(cost.paidOnly).toEqual({ price: { value: null, why: "too-few", low: 20 }, atLeast: 20 });
    near(cost.effective.price.value, 20);
    expect(cost.viralLift).toBeNull();
    const none = { price: { value: null, why: "empty" }, atLeast: null };
    expect(costPerAcquisition(0, [{ seeds: 1, own: 1, all: 1 }]).effective).toEqual(none);
    expect(costPerAcquisition(9, []).effective).toEqual(none);
  });
});
