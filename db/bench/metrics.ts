import { performance } from "node:perf_hooks";
import { foldShares } from "#lib/cascade/fold-shares.ts";
import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { measureCascades } from "#lib/cascade/measure-cascades.ts";
import type { NewShare } from "#lib/cascade/share-row.ts";
import { subtreeSizes } from "#lib/cascade/subtree-sizes.ts";
import { MemoryForestStore } from "#lib/cascade/testing/memory-forest-store.ts";
import type { CascadeTimes } from "#lib/estimators/forecast/cascade-times.ts";
import { forecastLive } from "#lib/estimators/forecast/live.ts";
import { forecastModels } from "#lib/estimators/forecast/models.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { defaultKernel } from "#lib/estimators/lag-distribution.ts";
import { lagSample } from "#lib/estimators/lag-sample.ts";
import { offspringHistogram } from "#lib/estimators/offspring.ts";
import { offspringFit } from "#lib/estimators/offspring-fit.ts";
import { drawLomax } from "#lib/stats/draw.ts";
import { type Random, seededRandom } from "#lib/stats/random.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

const SHARES = 1_000_000;
const CASCADES = 2_000;
const HORIZON = 7 * DAY;
const START = Date.UTC(2024, 0, 1);
const RUNS = 5;

/** Times the estimators on a million simulated shares, and prints each median beside its bar (METRICS §9). */
export function benchMetrics(): void {
  const forest = simulateForest(seededRandom(1));
  const asOf = START + 60 * DAY;
  const { cdf } = defaultKernel(HORIZON);
  const histogram = offspringHistogram(lagSample(forest, asOf, "sharers"), HORIZON);
  report("shape of 1e6 shares", 1000, () => void measureCascades(forest, subtreeSizes(forest.parent)));
  report("K of 1e6 shares (mean cumulative function, clustered)", 2000, () => {
    reproductionNumber(lagSample(forest, asOf, "sharers"), HORIZON, cdf);
  });
  report("offspring fit from a histogram", 50, () => void offspringFit(histogram));
  report("forecast of 1,000 live cascades on 2,000 finished", 1000, forecastMany(seededRandom(2)));
  reportLeaves();
}

function report(name: string, barMs: number, run: () => void): void {
  const times = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  const [median = 0, slowest = 0] = [times[Math.floor(RUNS / 2)], times.at(-1)];
  print(name, `${median.toFixed(1)} ms (slowest ${slowest.toFixed(1)})`, `${barMs} ms`, median <= barMs);
}

function print(name: string, measured: string, bar: string, holds: boolean): void {
  process.stdout.write(`${name}: ${measured}; bar ${bar}: ${holds ? "held" : "missed"}\n`);
}

/** Every share but the roots hangs on a random earlier one of its cascade, near ones rather than far ones. */
function simulateForest(random: Random): ForestShape {
  const each = SHARES / CASCADES;
  const parent = new Int32Array(SHARES).fill(-1);
  const depth = new Int32Array(SHARES);
  const at = new Float64Array(SHARES);
  const root = Int32Array.from({ length: SHARES }, (_, share) => share - (share % each));
  for (let share = 0; share < SHARES; share++) {
    const place = share % each;
    if (place === 0) {
      at[share] = START + random.next() * 50 * DAY;
      continue;
    }
    const above = share - place + Math.floor(random.next() ** 2 * place);
    parent[share] = above;
    depth[share] = (depth[above] ?? 0) + 1;
    at[share] = (at[above] ?? 0) + drawLomax(random, 0.41, 750_000, 30 * DAY);
  }
  const roots = Int32Array.from({ length: CASCADES }, (_, cascade) => cascade * each);
  return { size: SHARES, parent, root, depth, at, roots, faults: new Uint8Array(SHARES) };
}

function forecastMany(random: Random): () => void {
  const cascade = (id: number): CascadeTimes => {
    const size = 20 + Math.floor(random.next() * 300);
    const since = () => drawLomax(random, 0.6, HOUR, HORIZON);
    const times = Float64Array.from({ length: size }, (_, share) => (share === 0 ? 0 : since())).sort();
    const parent = Int32Array.from(times, (_, share) =>
      share === 0 ? -1 : Math.floor(random.next() * share),
    );
    const depth = new Int32Array(size);
    parent.forEach((above, share) => {
      if (above !== -1) depth[share] = (depth[above] ?? 0) + 1;
    });
    return { id: String(id), startedAt: START + random.next() * 30 * DAY, times, parent, depth };
  };
  const finished = Array.from({ length: 2000 }, (_, id) => cascade(id));
  const live = Array.from({ length: 1000 }, (_, id) => ({
    cascade: cascade(id),
    age: random.next() * HORIZON,
  }));
  return () => {
    const modelAt = forecastModels(finished, HORIZON, () => 0);
    for (const one of live) {
      const model = modelAt(one.age);
      if (model !== null) forecastLive(model, one.cascade, one.age);
    }
  };
}

/** Leaves hung one by one at depth 10, each a fold of its own. */
function reportLeaves(): void {
  const leaves = 20_000;
  const store = new MemoryForestStore();
  const share = (code: string, via: string | null): NewShare => ({
    ...{ code, via, evidence: via === null ? null : "stated", person: code, channel: "email", mode: null },
    ...{ seedKind: via === null ? "organic" : null, variant: null, country: null, at: START },
  });
  for (let depth = 0; depth < 10; depth++) {
    foldShares(store, [share(`chain-${depth}`, depth === 0 ? null : `chain-${depth - 1}`)]);
  }
  const from = performance.now();
  for (let leaf = 0; leaf < leaves; leaf++) foldShares(store, [share(`leaf-${leaf}`, "chain-9")]);
  const micros = ((performance.now() - from) * 1000) / leaves;
  print("a leaf at depth 10", `${micros.toFixed(1)} µs`, "20 µs", micros <= 20);
}
