import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import type { Forest } from "#lib/cascade/forest.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { expectedAmplificationOf } from "./amplification.ts";
import { viralCycle } from "./interval.ts";
import { reproductionNumber } from "./k.ts";
import { type LagSample, lagSample, type Population } from "./lag-sample.ts";
import { leaveOneOutK } from "./leave-one-out-k.ts";
import { meanCumulativeFunction } from "./mean-cumulative-function.ts";

interface Tree {
  readonly born: readonly number[];
  readonly parents: readonly number[];
}
interface Figures {
  readonly value: number;
  readonly effective_cascades: number;
  readonly ci95: readonly [number, number];
}
interface KFigures extends Figures {
  readonly children: number;
  readonly children_expected: readonly number[];
  readonly K_without: readonly number[];
}
interface Case {
  readonly input: { readonly case: string; readonly T: number; readonly age: number };
  readonly expected: {
    readonly sharers: KFigures | null;
    readonly seeds: KFigures | null;
    readonly expected_amplification: Figures | "unbounded";
  };
}
interface Oracle {
  readonly censored_input: Readonly<Record<string, { readonly cascades: readonly Tree[] }>>;
  readonly censored: readonly Case[];
}

const oracle: Oracle = JSON.parse(
  readFileSync(new URL("./oracles/jackknife-k.json", import.meta.url), "utf8"),
);

function forestOf(cascades: readonly Tree[]): Forest {
  return buildForest(
    cascades.flatMap(({ born, parents }, tree) =>
      born.map((at, i) => {
        const parent = parents[i] ?? -1;
        return { code: `${tree}/${i}`, via: parent === -1 ? null : `${tree}/${parent}`, at };
      }),
    ),
  );
}

const near = (actual: number | undefined, expected: number) =>
  expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThanOrEqual(1e-8 * Math.abs(expected));

function expectFigures(estimate: Estimate, { value, ci95, effective_cascades }: Figures) {
  if (estimate.value === null) throw new Error("no value");
  near(estimate.value, value);
  near(estimate.low, ci95[0]);
  near(estimate.high, ci95[1]);
  near(estimate.effective, effective_cascades);
}

const leftOutOf = (sample: LagSample, age: number) => {
  const curve = meanCumulativeFunction(sample, age);
  return leaveOneOutK(sample, curve, countAtMost(curve.age, age));
};

describe("K without each cascade", () => {
  it.each(oracle.censored)("$input", ({ input: { case: name, T, age }, expected }) => {
    const forest = forestOf(oracle.censored_input[name]?.cascades ?? []);
    for (const population of ["sharers", "seeds"] as const) {
      const figures = expected[population];
      if (figures === null) continue;
      const sample = lagSample(forest, T, population);
      const { children, expected: due, without } = leftOutOf(sample, age);
      expect(children).toBe(figures.children);
      // The forest has them in the order of time, the oracle as they were given.
      const given = [...sample.roots].map((root) => Number(forest.codes[root]?.split("/")[0]));
      const order = given.toSorted((a, b) => a - b).map((tree) => given.indexOf(tree));
      order.forEach((j, i) => {
        near(due[j], figures.children_expected[i] ?? Number.NaN);
        near(without[j], figures.K_without[i] ?? Number.NaN);
      });
      expect(without.length).toBe(figures.K_without.length);
      const found = reproductionNumber(sample, age, () => 1);
      // Few shares are not watched so far: then K stops earlier, which is tested with K.
      if (found.within === age) expectFigures(found.estimate, figures);
    }
  });

  it.each(oracle.censored.filter(({ input }) => input.case !== "hand: three cascades"))(
    "expected amplification: $input",
    ({ input: { case: name, T, age }, expected: { expected_amplification: figures } }) => {
      const forest = forestOf(oracle.censored_input[name]?.cascades ?? []);
      const sample = (population: Population) => lagSample(forest, T, population);
      const [sharers, seeds] = [sample("sharers"), sample("seeds")];
      const loop = { sharers, seeds, interval: viralCycle(sharers, age) };
      const estimate = expectedAmplificationOf(loop, age);
      if (figures === "unbounded") {
        const isShort = reproductionNumber(sharers, age, () => 1).within < age;
        return expect(estimate).toEqual(
          isShort ? { value: null, why: "too-early" } : { value: Infinity, note: "unbounded" },
        );
      }
      expectFigures(estimate, figures);
    },
  );

  it("is close where a small cascade is left out by its influence", () => {
    const random = seededRandom(9);
    const trees = Array.from({ length: 400 }, () => {
      const start = Math.floor(random.next() * 9000);
      const size = 2 + Math.floor(random.next() * 6);
      const born = [start];
      const parents = [-1];
      for (let i = 1; i < size; i++) {
        const parent = Math.floor(random.next() * i);
        parents.push(parent);
        born.push((born[parent] ?? 0) + Math.floor(random.next() * 3000));
      }
      return { born, parents };
    });
    const asOf = 10_000;
    const age = 2500;
    const whole = lagSample(forestOf(trees), asOf, "sharers");
    const curve = meanCumulativeFunction(whole, age);
    const { without } = leaveOneOutK(whole, curve, countAtMost(curve.age, age), 0);
    const kOf = (sample: LagSample) => meanCumulativeFunction(sample, age).value.at(-1) ?? 0;
    const k = kOf(whole);
    const exact = [...whole.roots].map((_, j) =>
      kOf(lagSample(forestOf(trees), asOf, "sharers", (share) => shareCascade(whole, share) !== j)),
    );
    const most = Math.max(...exact.map((one) => Math.abs(one - k)));
    const off = exact.map((one, j) => Math.abs((without[j] ?? 0) - one));
    expect(Math.max(...off)).toBeLessThan(0.02 * most);
    // Most are not left out exactly, as the work would be too much.
    expect(off.filter((one) => one > 1e-12).length).toBeGreaterThan(200);

    function shareCascade({ roots }: LagSample, share: number): number {
      let low = 0;
      while (low + 1 < roots.length && (roots[low + 1] ?? 0) <= share) low += 1;
      return low;
    }
  });
});
