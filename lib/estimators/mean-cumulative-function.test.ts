import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { tQuantile } from "#lib/stats/student-t.ts";
import { type LagSample, lagSample } from "./lag-sample.ts";
import { clusteredError, meanCumulativeFunction } from "./mean-cumulative-function.ts";

interface Tree {
  readonly born: readonly number[];
  readonly parents: readonly number[];
}
interface Analysis {
  readonly T: number;
  readonly include_root?: boolean;
  readonly cascades?: number;
  readonly shares_born: number;
  readonly children_seen: number;
  readonly at_risk: readonly number[];
  readonly mcf: readonly number[];
  readonly se_poisson?: readonly number[];
  readonly se_robust?: readonly number[];
  readonly se_share_robust?: readonly number[];
  readonly se_cluster?: readonly number[];
  readonly ci95_log_t?: readonly (readonly [number, number])[];
}
interface Case {
  readonly name: string;
  readonly input: Tree & { readonly age_grid: readonly number[] };
  readonly expected: readonly Analysis[];
}

const shared = (name: string) => new URL(`../../../shared/oracles/${name}.json`, import.meta.url);
const read = (url: URL) => JSON.parse(readFileSync(url, "utf8"));

/** Trees side by side, every root at time 0. */
function forestOf(trees: readonly Tree[]) {
  return buildForest(
    trees.flatMap(({ born, parents }, tree) =>
      born.map((at, i) => ({
        code: `${tree}/${i}`,
        via: parents[i] === -1 ? null : `${tree}/${parents[i]}`,
        at: at - born[0]!,
      })),
    ),
  );
}

function near(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected) + 1e-14);
}

function expectAnalysis(sample: LagSample, grid: readonly number[], expected: Analysis): void {
  expect([sample.age.length, sample.lag.length]).toEqual([expected.shares_born, expected.children_seen]);
  if (expected.cascades !== undefined) expect(sample.cascades).toBe(expected.cascades);
  const curve = meanCumulativeFunction(sample, grid.at(-1)!);
  grid.forEach((age, i) => {
    const rank = countAtMost(curve.age, age);
    const k = curve.value[rank - 1] ?? 0;
    const { byShare, byCascade } = clusteredError(sample, curve, age);
    expect(sample.age.filter((watched) => watched >= age).length).toBe(expected.at_risk[i]);
    near(k, expected.mcf[i]!);
    if (expected.se_poisson) near(Math.sqrt(curve.poissonVariance[rank - 1] ?? 0), expected.se_poisson[i]!);
    near(byShare!, (expected.se_robust ?? expected.se_share_robust)![i]!);
    if (!expected.se_cluster || !expected.ci95_log_t) return;
    near(byCascade!, expected.se_cluster[i]!);
    const factor = Math.exp((tQuantile(0.975, sample.cascades - 1) * byCascade!) / k);
    near(k / factor, expected.ci95_log_t[i]![0]);
    near(k * factor, expected.ci95_log_t[i]![1]);
  });
}

function expectCase({ input, expected }: Case): void {
  const forest = forestOf([input]);
  for (const analysis of expected) {
    const sharers = lagSample(forest, analysis.T, "sharers");
    const seeds = lagSample(forest, analysis.T, "seeds");
    const both = {
      ...sharers,
      cascades: 1,
      age: Float64Array.from([...seeds.age, ...sharers.age]),
      cascade: new Int32Array(seeds.age.length + sharers.age.length),
      lag: Float64Array.from([...seeds.lag, ...sharers.lag]),
      parent: Int32Array.from([...seeds.parent, ...sharers.parent.map((i) => i + seeds.age.length)]),
    };
    expectAnalysis(analysis.include_root ? both : sharers, input.age_grid, analysis);
  }
}

describe("equal to survival::survfit", () => {
  it("on a tree made by hand", () => {
    for (const one of read(new URL("./oracles/censored-k.json", import.meta.url)).cases) expectCase(one);
  });

  it.skipIf(!existsSync(shared("censored-k")))("on real cascades, when ../shared/oracles is there", () => {
    for (const one of read(shared("censored-k")).cases) expectCase(one);
  });

  it.skipIf(!existsSync(shared("censored-k-cluster")))(
    "on real cascades with clustered errors, when ../shared/oracles is there",
    () => {
      const { input, cases } = read(shared("censored-k-cluster"));
      const forest = forestOf(input.cascades);
      for (const one of cases) expectAnalysis(lagSample(forest, one.T, "sharers"), one.age_grid, one);
    },
  );
});

/** The definition of METRICS §2.2, share by share and age by age. */
function byDefinition({ cascades, age, cascade, lag, parent }: LagSample, at: number) {
  const lags = [...new Set(lag)].filter((u) => u <= at);
  const atRisk = (u: number) => age.filter((watched) => watched >= u).length;
  const births = (u: number) => lag.filter((other) => other === u).length;
  const total = (terms: Iterable<number>) => [...terms].reduce((sum, term) => sum + term, 0);
  const psi = Array.from(age, (watched, share) => {
    const own = [...lag].filter((u, child) => parent[child] === share && u <= at);
    const expected = lags.filter((u) => u <= watched).map((u) => births(u) / atRisk(u) ** 2);
    return total(own.map((u) => 1 / atRisk(u))) - total(expected);
  });
  const clusters = Array.from({ length: cascades }, (_, c) => total(psi.filter((_p, i) => cascade[i] === c)));
  return {
    value: total(lags.map((u) => births(u) / atRisk(u))),
    byShare: Math.sqrt(total(psi.map((p) => p * p))),
    byCascade: Math.sqrt((cascades / (cascades - 1)) * total(clusters.map((p) => p * p))),
  };
}

it("equals the definition on any forest, at any age, whatever the order of its shares", () => {
  const node = fc.record({ above: fc.nat(), gap: fc.integer({ min: -3, max: 20 }) });
  const forests = fc.array(node, { minLength: 8, maxLength: 40 }).map((nodes) => {
    const links: { code: string; via: string | null; at: number }[] = [];
    nodes.forEach(({ above, gap }, i) => {
      const parent = i < 3 ? undefined : links[above % i];
      links.push({ code: `n${i}`, via: parent?.code ?? null, at: (parent?.at ?? 0) + gap });
    });
    return links;
  });
  fc.assert(
    fc.property(forests, fc.integer({ min: 0, max: 60 }), (links, age) => {
      const sample = lagSample(buildForest(links), 45, "sharers");
      fc.pre(sample.cascades > 1);
      const curve = meanCumulativeFunction(sample, 60);
      const errors = clusteredError(sample, curve, age);
      const expected = byDefinition(sample, age);
      expect(curve.value[countAtMost(curve.age, age) - 1] ?? 0).toBeCloseTo(expected.value, 12);
      expect(errors.byShare).toBeCloseTo(expected.byShare, 12);
      expect(errors.byCascade).toBeCloseTo(expected.byCascade, 12);
      expect(lagSample(buildForest(links.toReversed()), 45, "sharers")).toEqual(sample);
    }),
    { seed: 11, numRuns: 60 },
  );
});
