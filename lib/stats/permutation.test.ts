import { describe, expect, it } from "vitest";
import oracle from "./oracles/permutation.json" with { type: "json" };
import { type Cluster, permutationTest } from "./permutation.ts";
import { seededRandom } from "./random.ts";

const armsOf = (arms: readonly { shares: readonly number[]; children: readonly number[] }[]): Cluster[][] =>
  arms.map(({ shares, children }) => shares.map((x, i) => ({ x, y: children[i] ?? Number.NaN })));
const equalArm = (clusters: number): Cluster[] => Array.from({ length: clusters }, () => ({ x: 10, y: 4 }));

describe("a permutation test of clusters", () => {
  it.each(oracle.cases)("equals every deal counted: $name", ({ input, expected }) => {
    const found = permutationTest(armsOf(input.arms));
    if (found === null) throw new Error("no test");
    expect(Math.abs(found.q - expected.Q)).toBeLessThanOrEqual(1e-9 * expected.Q);
    expect([found.deals, found.asLarge, found.p]).toEqual([expected.deals, expected.as_large, expected.p]);
  });

  it("comes near the p of all deals by random ones", () => {
    // There are 12,870 ways to deal two arms of eight.
    const random = seededRandom(5);
    const arm = (clusters: number) =>
      Array.from({ length: clusters }, () => ({
        x: 5 + Math.floor(20 * random.next()),
        y: Math.floor(9 * random.next()),
      }));
    const [a, b] = [arm(8), arm(8)];
    const found = permutationTest([a, b]);
    if (found === null) throw new Error("no test");
    expect(found.deals).toBe(10_001);
    const every = everyP(a, b);
    expect(Math.abs(found.p - every)).toBeLessThan(4 * Math.sqrt((every * (1 - every)) / 10_000));
    expect(permutationTest([a, b])).toEqual(found);
    expect(Math.abs((permutationTest([b, a])?.q ?? 0) - found.q)).toBeLessThan(1e-9 * found.q);
  });

  it("is 1 where no cluster differs from another, however many", () => {
    expect(permutationTest([equalArm(5), equalArm(7)])?.p).toBe(1);
    expect(permutationTest([equalArm(40), equalArm(30), equalArm(20)])?.p).toBe(1);
    const thirds = Array.from({ length: 30 }, () => ({ x: 1 / 3, y: 1 }));
    expect(permutationTest([thirds, thirds.slice(0, 10)])?.p).toBe(1);
  });

  it.each([
    ["one arm", [equalArm(5)]],
    ["an arm of one", [equalArm(1), equalArm(5)]],
    ["an arm of one with an x", [[...equalArm(1), { x: 0, y: 0 }], equalArm(5)]],
    [
      "nothing that happened",
      [equalArm(5).map(({ x }) => ({ x, y: 0 })), equalArm(5).map(({ x }) => ({ x, y: 0 }))],
    ],
    ["nothing", []],
  ])("has nothing to say of %s", (_name, arms) => {
    expect(permutationTest(arms)).toBeNull();
  });
});

/** p over every way to deal two arms of eight, by their bit masks. */
function everyP(a: readonly Cluster[], b: readonly Cluster[]): number {
  const all = [...a, ...b];
  const qOf = (mask: number) => {
    const arms = [0, 1].map((arm) => all.filter((_, i) => ((mask >> i) & 1) === arm));
    const [one, two] = arms.map((arm) => {
      const [x, y] = [arm.reduce((sum, c) => sum + c.x, 0), arm.reduce((sum, c) => sum + c.y, 0)];
      const squares = arm.reduce((sum, c) => sum + (c.y - (y / x) * c.x) ** 2, 0);
      return { log: Math.log(y / x), variance: Math.max(((8 / 7) * squares) / y ** 2, 1 / y) };
    });
    if (one === undefined || two === undefined) return 0;
    return (one.log - two.log) ** 2 / (one.variance + two.variance);
  };
  const observed = qOf(0xff00);
  const masks = Array.from({ length: 65_536 }, (_, mask) => mask).filter(
    (mask) => mask.toString(2).replaceAll("0", "").length === 8,
  );
  return masks.filter((mask) => qOf(mask) >= observed * (1 - 1e-12)).length / masks.length;
}
