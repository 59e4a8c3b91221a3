import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { clusterOf } from "#lib/cascade/seeder.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import { expectedAmplificationOf, realisedAmplification } from "#lib/estimators/amplification.ts";
import { cascadeProportion } from "#lib/estimators/cascade-ratio.ts";
import { type LagsInput, lagsInput } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { drawGamma } from "#lib/stats/draw.ts";
import type { Random } from "#lib/stats/random.ts";
import { HORIZON } from "./draw-campaign.ts";
import type { Regime } from "./regimes.ts";

/** Conversions of a visit in the mean; each cascade has a rate of its own about it. */
const CONVERSION = 0.05;
const VISITS_PER_SHARE = 3;

/** A campaign drawn, and what its figures are computed from. */
export interface Drawn {
  readonly forest: ForestShape;
  readonly lags: LagsInput;
  readonly asOf: number;
  readonly random: Random;
}

/** A figure with a 95 % interval, and what it should hold; null where a regime has no truth for it. */
export interface CoveredFigure {
  readonly name: string;
  truth(regime: Regime): number | null;
  estimate(drawn: Drawn): Estimate;
}

export function prepareDrawn(forest: ForestShape, asOf: number, random: Random): Drawn {
  return { forest, asOf, random, lags: lagsInput(forest, asOf, HORIZON) };
}

export const COVERED: readonly CoveredFigure[] = [
  {
    name: "K",
    truth: ({ truth }) => truth.k,
    estimate: ({ lags: { sharers, interval } }) =>
      reproductionNumber(sharers, HORIZON, interval.cdf).estimate,
  },
  {
    name: "K0",
    truth: ({ truth }) => truth.k0,
    estimate: ({ lags: { seeds, interval } }) => reproductionNumber(seeds, HORIZON, interval.cdf).estimate,
  },
  {
    name: "amplification",
    truth: ({ truth, isMature }) => (isMature ? truth.amplification : null),
    estimate: ({ forest }) => {
      const clusters = cascadesOf(forest);
      return realisedAmplification({
        mature: clusters.map(({ size }) => size),
        seeders: clusters.map(({ seeder }) => seeder),
        growing: [],
      });
    },
  },
  {
    name: "expected amplification",
    truth: ({ truth }) => truth.amplification,
    estimate: ({ lags }) => expectedAmplificationOf(lags, HORIZON),
  },
  {
    name: "earned share",
    truth: ({ truth, isMature }) => (isMature ? 1 - 1 / truth.amplification : null),
    estimate: ({ forest }) =>
      cascadeProportion(
        summedBySeeder(forest, ({ size }) => ({ x: size, y: size - 1 })),
        { failures: true },
      ),
  },
  {
    name: "conversion 5 %",
    truth: ({ isMature }) => (isMature ? CONVERSION : null),
    estimate: ({ forest, random }) =>
      cascadeProportion(
        summedBySeeder(forest, ({ size }) => {
          const rate = drawBeta(random, 1, 1 / CONVERSION - 1);
          const visits = size * VISITS_PER_SHARE;
          let y = 0;
          for (let visit = 0; visit < visits; visit++) if (random.next() < rate) y += 1;
          return { x: visits, y };
        }),
      ),
  },
];

interface DrawnCascade {
  readonly size: number;
  readonly seeder: number;
}

function cascadesOf(forest: ForestShape): DrawnCascade[] {
  return [...forest.roots].map((root, i) => ({
    size: (forest.roots[i + 1] ?? forest.size) - root,
    seeder: clusterOf(forest, root),
  }));
}

function summedBySeeder(
  forest: ForestShape,
  of: (cascade: DrawnCascade) => { x: number; y: number },
): Iterable<{ x: number; y: number }> {
  const sums = new Map<number, { x: number; y: number }>();
  for (const cascade of cascadesOf(forest)) {
    const sum = sums.get(cascade.seeder) ?? { x: 0, y: 0 };
    const { x, y } = of(cascade);
    sums.set(cascade.seeder, { x: sum.x + x, y: sum.y + y });
  }
  return sums.values();
}

function drawBeta(random: Random, a: number, b: number): number {
  const one = drawGamma(random, a);
  return one / (one + drawGamma(random, b));
}
