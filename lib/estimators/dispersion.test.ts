import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { jackknife } from "#lib/stats/jackknife.ts";
import { negativeBinomialPeak } from "#lib/stats/negative-binomial/fit.ts";
import { negativeBinomialSample } from "#lib/stats/negative-binomial/sample.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { drawNegativeBinomial } from "#lib/stats/testing/draw-negative-binomial.ts";
import { dispersionLeftOut, type OffspringShares } from "./dispersion.ts";
import { OffspringTally } from "./offspring-tally.ts";

interface OracleCase {
  readonly name: string;
  readonly input: { readonly cascades: readonly { readonly offspring_histogram: readonly number[] }[] };
  readonly expected: {
    readonly k: number;
    readonly ln_k: number;
    readonly ln_k_without: readonly number[];
    readonly variance: number;
    readonly effective_cascades: number;
    readonly df: number;
    readonly ci95: readonly [number, number];
  };
}

const ORACLE: { readonly dispersion: readonly OracleCase[] } = JSON.parse(
  readFileSync(new URL("./oracles/jackknife-k.json", import.meta.url), "utf8"),
);
const TOLERANCE = 1e-6;

/** Sharers as children of each by cascade. */
function sharesOf(cascades: readonly (readonly number[])[], exposureOf = () => 1): OffspringShares {
  const count = cascades.flat();
  const cascade = cascades.flatMap((own, j) => own.map(() => j));
  return { count, exposure: count.map(exposureOf), cascade, cascades: cascades.length };
}

function peakOf({ count, exposure, cascade }: OffspringShares, without = -1) {
  const tally = new OffspringTally();
  for (let share = 0; share < count.length; share++)
    if (cascade[share] !== without) tally.add(count[share] ?? 0, exposure[share] ?? 0, 1);
  return negativeBinomialPeak(negativeBinomialSample(tally.histogram, tally.groups()));
}

test.each(ORACLE.dispersion.map((one) => [one.name, one] as const))(
  "leaves each of %s cascades out as an independent program does",
  (_, { input, expected }) => {
    const shares = sharesOf(
      input.cascades.map(({ offspring_histogram: having }) =>
        having.flatMap((sharers, children) => new Array<number>(sharers).fill(children)),
      ),
    );
    const leftOut = dispersionLeftOut(shares, peakOf(shares));
    if (leftOut === null) throw new Error("k is infinite");
    expect(Math.abs(leftOut.theta / expected.ln_k - 1)).toBeLessThan(TOLERANCE);
    expected.ln_k_without.forEach((without, j) => {
      expect(Math.abs((leftOut.without[j] ?? 0) / without - 1)).toBeLessThan(TOLERANCE);
    });
    const found = jackknife(leftOut);
    if (found === null) throw new Error("no interval");
    const { variance, effective, df, low, high } = found;
    for (const [mine, theirs] of [
      [variance, expected.variance],
      [effective, expected.effective_cascades],
      [df, expected.df],
      [Math.exp(low), expected.ci95[0]],
      [Math.exp(high), expected.ci95[1]],
    ] as const)
      expect(Math.abs(mine / theirs - 1)).toBeLessThan(TOLERANCE);
  },
);

describe("many cascades", () => {
  const random = seededRandom(4);
  const drawn = Array.from({ length: 600 }, (_, j) =>
    Array.from({ length: 1 + (j % 9) + (j < 3 ? 300 : 0) }, () => drawNegativeBinomial(random, 0.5, 0.3)),
  );

  it.each([
    ["mature", () => 1],
    ["young", () => 0.05 + 0.9 * random.next()],
  ])(
    "are left out by one step where they are small, and %s ones come out as by a fit of their own",
    (_, exposureOf) => {
      const shares = sharesOf(drawn, exposureOf);
      const leftOut = dispersionLeftOut(shares, peakOf(shares));
      if (leftOut === null) throw new Error("k is infinite");
      const all = [...Array(shares.cascades).keys()];
      const exact = all.map((j) => Math.log(peakOf(shares, j).dispersion));
      const moved = all.map((j) => Math.abs((leftOut.without[j] ?? 0) - leftOut.theta));
      const off = all.map((j) => Math.abs((leftOut.without[j] ?? 0) - (exact[j] ?? 0)));
      expect(Math.max(...off)).toBeLessThan(0.02 * Math.max(...moved));
      expect([0, 1, 2].map((j) => off[j] ?? 1).every((one) => one < 1e-9)).toBe(true);
      const [mine, theirs] = [leftOut, { ...leftOut, without: exact }].map(jackknife);
      expect(Math.abs((mine?.variance ?? 0) / (theirs?.variance ?? 1) - 1)).toBeLessThan(0.01);
    },
  );
});

it("has no scale where children are spread by chance alone", () => {
  const shares = sharesOf([[1, 1], [1], [1, 0]]);
  expect(dispersionLeftOut(shares, peakOf(shares))).toBeNull();
});

it("counts what is left without a child, or spread by chance alone, as the whole", () => {
  const shares = sharesOf([[0, 0, 0, 5, 4, 0, 0, 6], [0, 0], [1]]);
  const leftOut = dispersionLeftOut(shares, peakOf(shares));
  expect(leftOut?.without[0]).toBe(leftOut?.theta);
  const alone = sharesOf([
    [0, 0, 3, 1, 0, 0, 0],
    [0, 0],
  ]);
  const one = dispersionLeftOut(alone, peakOf(alone));
  expect(one?.without[0]).toBe(one?.theta);
});
