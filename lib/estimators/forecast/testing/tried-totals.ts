import { forecastModels } from "#lib/estimators/forecast/models.ts";
import { type OfCampaign, pastCampaigns } from "#lib/estimators/forecast/past-campaigns.ts";
import { forecastTotal } from "#lib/estimators/forecast/total.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { DAY } from "#lib/time/lengths.ts";
import { LAW, type Law, simulateCampaigns } from "./campaigns.ts";

export const HORIZON = 7 * DAY;
export const CASCADES = 20;
export const APART: Law = { ...LAW, apart: 0.3 };

/** Forecasts of a campaign of 20 cascades at one age, learned from a history. */
export function teller(history: readonly OfCampaign[]) {
  const modelAt = forecastModels(history, HORIZON, () => 0);
  const source = { horizon: HORIZON, history, modelFor: (_: OfCampaign, age: number) => modelAt(age) };
  return (campaign: readonly OfCampaign[], age: number) => {
    const live = campaign.map((cascade) => ({ cascade, age, size: countAtMost(cascade.times, age) }));
    return forecastTotal(live, pastCampaigns(history, live.length), source, seededRandom(1));
  };
}

/** Over campaigns of a law: the part taken for unlike the history, and how often the intervals of the rest held. */
export function tried(
  campaigns: number,
  repetitions: number,
  law: Law,
  ages: readonly number[],
  history = APART,
) {
  const held = { all: 0, unlike: 0, in80: 0, in95: 0 };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const random = seededRandom(repetition + 1000 * campaigns);
    const tell = teller(simulateCampaigns(random, campaigns, CASCADES, history).flat());
    const campaign = simulateCampaigns(random, 1, CASCADES, law)[0] ?? [];
    const final = campaign.reduce((sum, { times }) => sum + times.length, 0);
    for (const age of ages) {
      const forecast = tell(campaign, age);
      if (forecast === null) throw new Error("no forecast");
      const { interval80, interval95, isUnlike } = forecast;
      held.all += 1;
      held.unlike += Number(isUnlike);
      held.in80 += Number(interval80 !== null && interval80.low <= final && final <= interval80.high);
      held.in95 += Number(interval95 !== null && interval95.low <= final && final <= interval95.high);
    }
  }
  const like = held.all - held.unlike;
  return { unlike: held.unlike / held.all, in80: held.in80 / like, in95: held.in95 / like };
}
