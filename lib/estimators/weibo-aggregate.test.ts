import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { ORPHAN, SKEW } from "#lib/cascade/forest.ts";
import { type CascadesInput, cascadesInput } from "#lib/inputs/cascades-input.ts";
import { type ForestInput, forestInput } from "#lib/inputs/forest-input.ts";
import { quantile } from "#lib/stats/quantile.ts";
import { realisedAmplification } from "./amplification.ts";
import { type CascadeSizes, cascadeSizes, sizeDistribution } from "./cascade-sizes.ts";
import { kByGeneration } from "./clustered-k.ts";
import { realisedConcentration } from "./concentration.ts";
import { lagSample } from "./lag-sample.ts";
import { clusteredError, meanCumulativeFunction } from "./mean-cumulative-function.ts";
import { offspringHistogram } from "./offspring.ts";
import { offspringFit } from "./offspring-fit.ts";

// Cascades of real people, under no licence to copy: they are read where a checkout has them beside it.
const oracleUrl = new URL("../../../shared/oracles/weibo-aggregate.json", import.meta.url);
const dataUrl = new URL("../../../shared/data/weibo-cascades.csv.gz", import.meta.url);
const MATURE = 1e13;
/** Longer than any lag, and shorter ago than any share. */
const HORIZON = 8e12;

function readForest(): ForestInput {
  const lines = gunzipSync(readFileSync(dataUrl)).toString("latin1").trimEnd().split("\n").slice(1);
  return forestInput(
    lines.map((line) => {
      const [, code = "", above = "", person = "", at = ""] = line.split(",");
      const via = above === "" ? null : above;
      const rest = {
        channel: "weibo",
        mode: null,
        variant: null,
        seedKind: via === null ? "import" : null,
      } as const;
      return { code, via, person, at: Date.parse(at), evidence: via === null ? null : "stated", ...rest };
    }),
  );
}

type Quantiles = Readonly<Record<string, number>>;

function expectQuantiles(values: ArrayLike<number>, known: Quantiles): void {
  const ascending = Float64Array.from(Array.from(values)).sort();
  for (const [p, value] of Object.entries(known))
    expect(quantile(ascending, Number(p)) / value || 1, `quantile ${p}`).toBeCloseTo(1, 9);
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(!existsSync(oracleUrl) || !existsSync(dataUrl))(
  "real cascades, read from ../shared when it stands beside the repository",
  () => {
    let forest: ForestInput;
    let sizes: CascadeSizes;
    let stored: CascadesInput;
    const { expected } = existsSync(oracleUrl)
      ? JSON.parse(readFileSync(oracleUrl, "utf8"))
      : { expected: undefined };
    beforeAll(() => {
      forest = readForest();
      sizes = cascadeSizes(forest, MATURE, HORIZON);
      stored = cascadesInput(forest);
    });

    it("are those that were counted", () => {
      expect(forest.size).toBe(expected.rows);
      expect(forest.roots.length).toBe(expected.roots);
      expect(forest.persons.length).toBe(expected.actors);
      const having = (bit: number) =>
        forest.faults.reduce((sum, fault) => sum + ((fault & bit) === 0 ? 0 : 1), 0);
      expect(having(ORPHAN)).toBe(expected.orphans);
      expect(having(SKEW)).toBe(expected.child_before_parent);
      const links = Array.from(forest.parent.keys()).filter((share) => forest.parent[share] !== -1);
      const of = (values: ArrayLike<number>, share: number) => [
        values[share],
        values[forest.parent[share] ?? 0],
      ];
      const sameOf = (values: ArrayLike<number>) =>
        links.filter((share) => {
          const [own, above] = of(values, share);
          return own === above;
        }).length;
      expect(sameOf(forest.at)).toBe(expected.child_same_second);
      expect(sameOf(forest.person)).toBe(expected.self_children);
      const early = links.filter(
        (share) => (forest.at[share] ?? 0) < (forest.at[forest.root[share] ?? 0] ?? 0),
      );
      expect(early.length).toBe(expected.shares_before_their_root);
      const sharers = stored.cascades.reduce((sum, cascade) => sum + cascade.sharers, 0);
      expect(forest.size - sharers).toBe(expected.repeat_shares_by_same_actor_in_cascade);
    });

    it("have the known sharers", () => {
      const histogram = offspringHistogram(lagSample(forest, MATURE, "sharers"), HORIZON);
      const fit = offspringFit(histogram);
      expect(fit.shares).toBe(expected.rows - expected.roots);
      expect(fit.reproduction.value).toBeCloseTo(expected.K_nonroot, 12);
      expect(Math.max(...histogram.keys())).toBe(expected.max_offspring_nonroot);
      expect(1 - fit.parents / fit.shares).toBeCloseTo(expected.prop_shares_without_child, 12);
      expect(fit.isHeavier).toBe(true);
      expect(fit.dispersion.note).toBe("heavier-tail");
      expect(realisedConcentration(histogram)?.proportionFor80).toBeCloseTo(0.086, 3);
    });

    it("have the known K, of seeds, of sharers and at every depth, with its clustered error", () => {
      // The oracle takes each cascade for itself, whoever planted it.
      const { seeder: _, ...alone } = forest;
      const sample = lagSample(alone, MATURE, "sharers");
      const longest = sample.lag.reduce((most, lag) => Math.max(most, lag), 0);
      const curve = meanCumulativeFunction(sample, longest);
      const { byCascade: error } = clusteredError(sample, curve, longest);
      expect(curve.value.at(-1)).toBeCloseTo(expected.K_nonroot, 9);
      expect((error ?? 0) / expected.se_cluster).toBeCloseTo(1, 9);
      const independent = Math.sqrt(expected.se_cluster ** 2 / expected.design_effect);
      expect(independent / expected.se_iid).toBeCloseTo(1, 2);
      const [low, high] = expected.ci95_cluster;
      expect((high - low) / 2 / (error ?? 0)).toBeCloseTo(1.96, 2);
      const generations = kByGeneration(forest);
      expect(generations[0]?.k.value).toBeCloseTo(expected.K_root, 9);
      for (const { generation, shares, children, K } of expected.by_generation) {
        expect(generations[generation]).toMatchObject({ generation, shares, children });
        expect((generations[generation]?.k.value ?? 0) / K).toBeCloseTo(1, 9);
      }
      expect((forest.size - forest.roots.length) / forest.size).toBeCloseTo(
        expected.K_all_shares_including_roots,
        12,
      );
    });

    it("have the known sizes", () => {
      expect(sizes.growing).toEqual([]);
      expect(sizes.mature.length).toBe(expected.cascades);
      expect(realisedAmplification(sizes).value).toBeCloseTo(expected.size.mean, 9);
      const curve = sizeDistribution(sizes.mature);
      if (curve.kind !== "curve") throw new Error("too few cascades");
      for (const { p, size } of curve.quantiles) expect(size).toBeCloseTo(expected.size.quantiles[p], 9);
      expectQuantiles(sizes.mature, expected.size.quantiles);
      expect(curve.tops.find(({ p }) => p === 0.1)?.share).toBeCloseTo(expected.size.top10pct_share, 3);
      for (const [size, proportion] of Object.entries(expected.size.ccdf)) {
        const point = curve.ccdf.find(({ value }) => value >= Number(size));
        expect(point?.proportion ?? 0).toBeCloseTo(proportion as number, 12);
      }
    });

    it("have the known shapes", () => {
      const of = (read: (cascade: CascadesInput["cascades"][number]) => number | null) =>
        Float64Array.from(stored.cascades, (cascade) => read(cascade) ?? Number.NaN);
      const depths = of(({ depth }) => depth);
      expectQuantiles(depths, expected.max_depth.quantiles);
      for (const [depth, proportion] of Object.entries(expected.max_depth.ccdf))
        expect(depths.filter((own) => own >= Number(depth)).length / depths.length).toBeCloseTo(
          proportion as number,
          12,
        );
      expectQuantiles(
        of(({ maxBreadth }) => maxBreadth),
        expected.max_breadth.quantiles,
      );
      const viralities = of(({ structuralVirality }) => structuralVirality);
      expectQuantiles(viralities, expected.structural_virality.quantiles);
      expect(mean(viralities)).toBeCloseTo(expected.structural_virality.mean, 9);
    });

    it("have the known lags", () => {
      for (const [population, known] of [
        ["seeds", expected.lag_root_children],
        ["sharers", expected.lag_other_children],
      ] as const) {
        const seconds = lagSample(forest, MATURE, population).lag.map((lag) => lag / 1000);
        expectQuantiles(seconds, known.quantiles);
        expect(mean(seconds) / known.mean).toBeCloseTo(1, 9);
      }
    });

    it("have the known children so far, and the known correction, when each is cut at an age", () => {
      for (const cut of expected.censoring) {
        const seen = (share: number) =>
          (forest.at[share] ?? 0) <= (forest.at[forest.root[share] ?? 0] ?? 0) + cut.T * 1000;
        const ages: number[] = [];
        const lags: number[] = [];
        forest.parent.forEach((above, share) => {
          if (above === -1 || !seen(share)) return;
          const at = forest.at[share] ?? 0;
          ages.push((forest.at[forest.root[share] ?? 0] ?? 0) + cut.T * 1000 - at);
          if (forest.parent[above] !== -1) lags.push(at - (forest.at[above] ?? 0));
        });
        expect(ages.length).toBe(cut.shares_born);
        expect(lags.length).toBe(cut.children_seen);
        expect(lags.length / ages.length).toBeCloseTo(cut.naive_K, 12);
        const sample = { age: Float64Array.from(ages), lag: Float64Array.from(lags) };
        const curve = meanCumulativeFunction(sample, cut.T * 1000);
        cut.age_grid.forEach((age: number, i: number) => {
          const step = curve.age.findLastIndex((lag) => lag <= age * 1000);
          expect((curve.value[step] ?? 0) / cut.mcf[i]).toBeCloseTo(1, 9);
        });
      }
    });
  },
);
