import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";
import type { LoggedCampaign } from "./reader-of-log.ts";

/** When the first campaign of the three begins, and the instant at which they are looked at: young cascades live. */
export const START = Date.UTC(2026, 2, 1);
export const NOW = START + 20 * DAY;

const PLAN: Partial<CampaignPlan> = {
  endAt: NOW,
  k0: 12,
  k: 0.4,
  attributes: {
    country: [
      { value: "SA", weight: 6 },
      { value: "EG", weight: 3 },
      { value: "AE", weight: 2 },
    ],
    device: [{ value: "android", weight: 1 }],
  },
  faults: { orphanRate: 0.02, botRate: 0 },
};

/** A campaign of paid and organic seeds of two variants, planted from the first to the last day; a past one; a blank one. */
export function simulatedCampaigns(): { own: LoggedCampaign; past: LoggedCampaign; blank: LoggedCampaign } {
  const plan = { ...defaultPlan(START), ...PLAN };
  const seeds: CampaignPlan["seeds"] = {
    count: 50,
    kinds: [
      { value: "paid", weight: 1 },
      { value: "organic", weight: 1 },
    ],
    waves: [{ offset: 0, duration: 20 * DAY, weight: 1 }],
    variants: [
      { value: "A", weight: 1 },
      { value: "B", weight: 1 },
    ],
  };
  const visitors = { ...plan.visitors, conversionRate: 0.2 };
  const ratings = { sender: { rate: 0.2, mean: 4 }, receiver: { rate: 0.2, mean: 3 } };
  const early = START - 60 * DAY;
  return {
    own: {
      id: 1,
      name: "Own",
      spend: 500,
      currency: "USD",
      audiencePlan: { country: ["SA"] },
      log: simulateCampaign({ ...plan, seeds, visitors, ratings }, seededRandom(11)),
    },
    past: {
      id: 2,
      name: "Past",
      spend: null,
      currency: null,
      audiencePlan: {},
      log: simulateCampaign(
        { ...plan, startAt: early, endAt: early + 30 * DAY, seeds: { ...plan.seeds, count: 150 } },
        seededRandom(12),
      ),
    },
    blank: { id: 3, name: "Blank", spend: null, currency: null, audiencePlan: {}, log: [] },
  };
}
