import { isSeed } from "#lib/cascade/is-seed.ts";
import type { MetricContext } from "#lib/domain/metric-context.ts";
import type { LagsInput } from "#lib/estimators/interval.ts";
import { reproductionNumber } from "#lib/estimators/k.ts";
import { lagSample, type Population } from "#lib/estimators/lag-sample.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import type { ChannelAnalysis } from "./log-analysis.ts";

/** Shares of each channel, as parents: by which channel a share goes on most. The most used channel first. */
export function analyseChannels(
  forest: ForestInput,
  { interval }: LagsInput,
  { asOf, horizon }: MetricContext,
): Record<string, ChannelAnalysis> {
  const counts = countChannels(forest);
  const k = (channel: number, population: Population) => {
    const sample = lagSample(forest, asOf, population, (share) => forest.channel[share] === channel);
    return reproductionNumber(sample, horizon, interval.cdf).estimate;
  };
  return Object.fromEntries(
    forest.channels
      .map((name, channel) => ({ name, channel, ...counts[channel] }))
      .sort((a, b) => (b.shares ?? 0) - (a.shares ?? 0) || (a.name < b.name ? -1 : 1))
      .map(({ name, channel, shares = 0, sharers = 0, seeds = 0 }) => [
        name,
        { shares, sharers, seeds, k: k(channel, "sharers"), k0: k(channel, "seeds") },
      ]),
  );
}

function countChannels(forest: ForestInput): { shares: number; sharers: number; seeds: number }[] {
  const counts = forest.channels.map(() => ({ shares: 0, seeds: 0, persons: new Set<number>() }));
  for (let share = 0; share < forest.size; share++) {
    const count = counts[forest.channel[share] ?? 0];
    if (count === undefined) continue;
    count.shares += 1;
    count.seeds += isSeed(forest, share) ? 1 : 0;
    count.persons.add(forest.person[share] ?? 0);
  }
  return counts.map(({ shares, seeds, persons }) => ({ shares, seeds, sharers: persons.size }));
}
