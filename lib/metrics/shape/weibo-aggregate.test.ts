import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { ForestShape } from "#lib/metrics/forest-shape.ts";
import { offspringFit } from "#lib/metrics/heterogeneity/offspring-fit.ts";
import { offspringHistogram } from "#lib/metrics/heterogeneity/offspring-histogram.ts";
import { realisedConcentration } from "#lib/metrics/heterogeneity/realised-concentration.ts";
import { realisedAmplification } from "#lib/metrics/money/realised-amplification.ts";
import { type CascadeSizes, cascadeSizes } from "./cascade-sizes.ts";
import { sizeDistribution } from "./size-distribution.ts";

// Cascades of real people, under no licence to copy: they are read where a checkout has them beside it.
const oracleUrl = new URL("../../../../shared/oracles/weibo-aggregate.json", import.meta.url);
const dataUrl = new URL("../../../../shared/data/weibo-cascades.csv.gz", import.meta.url);
const MATURE = 1e13;

/** Only what the functions under test read: parents need not stand before their children. */
function readForest(): ForestShape {
  const lines = gunzipSync(readFileSync(dataUrl)).toString("latin1").trimEnd().split("\n").slice(1);
  const size = lines.length;
  const parent = new Int32Array(size).fill(-1);
  const root = new Int32Array(size);
  const roots: number[] = [];
  const shareOf = new Map<string, number>();
  const stated: (readonly [number, string])[] = [];
  lines.forEach((line, share) => {
    const [, code = "", above = ""] = line.split(",", 3);
    shareOf.set(code, share);
    if (above === "") roots.push(share);
    else stated.push([share, above]);
    root[share] = roots.at(-1) ?? share;
  });
  for (const [share, above] of stated) parent[share] = shareOf.get(above) ?? -1;
  const rest = { depth: new Int32Array(size), faults: new Uint8Array(size), at: new Float64Array(size) };
  return { size, parent, root, roots: Int32Array.from(roots), ...rest };
}

describe.skipIf(!existsSync(oracleUrl) || !existsSync(dataUrl))(
  "real cascades, read from ../shared when it stands beside the repository",
  () => {
    let forest: ForestShape;
    let sizes: CascadeSizes;
    const { expected } = existsSync(oracleUrl)
      ? JSON.parse(readFileSync(oracleUrl, "utf8"))
      : { expected: undefined };
    beforeAll(() => {
      forest = readForest();
      sizes = cascadeSizes(forest, MATURE, MATURE);
    });

    it("have the known sharers", () => {
      const histogram = offspringHistogram(forest, MATURE, MATURE);
      const fit = offspringFit(histogram);
      expect(fit.shares).toBe(expected.rows - expected.roots);
      expect(fit.reproduction.value).toBeCloseTo(expected.K_nonroot, 12);
      expect(Math.max(...histogram.keys())).toBe(expected.max_offspring_nonroot);
      expect(1 - fit.parents / fit.shares).toBeCloseTo(expected.prop_shares_without_child, 12);
      // The largest spreaders are out of reach of a negative binomial.
      expect(fit.isHeavier).toBe(true);
      expect(fit.dispersion.note).toBe("heavier-tail");
      expect(realisedConcentration(histogram)?.proportionFor80).toBeCloseTo(0.086, 3);
    });

    it("have the known sizes", () => {
      expect(sizes.growing).toEqual([]);
      expect(sizes.mature.length).toBe(expected.cascades);
      expect(realisedAmplification(sizes).value).toBeCloseTo(expected.size.mean, 9);
      const curve = sizeDistribution(sizes.mature);
      if (curve.kind !== "curve") throw new Error("no curve");
      for (const { p, size } of curve.quantiles) expect(size).toBeCloseTo(expected.size.quantiles[p], 9);
      expect(curve.tops.find(({ p }) => p === 0.1)?.share).toBeCloseTo(expected.size.top10pct_share, 3);
      for (const [size, proportion] of Object.entries(expected.size.ccdf)) {
        const point = curve.ccdf.find(({ value }) => value >= Number(size));
        expect(point?.proportion ?? 0).toBeCloseTo(proportion as number, 12);
      }
    });
  },
);
