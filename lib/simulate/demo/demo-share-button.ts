import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { dailyActivity } from "#lib/simulate/daily-activity.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import type { DemoCampaign } from "#lib/simulate/demo-campaign.ts";
import { HOUR, MINUTE } from "#lib/time/lengths.ts";

const AGE = 20 * HOUR;

/** A share button on every page, twenty hours old: most shares have not had time to bring anybody yet. */
export function demoShareButton(now: number): DemoCampaign {
  const startAt = Math.floor((now - AGE) / MINUTE) * MINUTE;
  return {
    slug: "reading-challenge",
    name: { en: "Neighbourhood reading challenge", ar: "تحدي القراءة في الحي" },
    description: {
      en: "Readers pledge a book a month and pass the challenge on with one press.",
      ar: "قرّاء يتعهدون بكتاب كل شهر ويمررون التحدي بضغطة واحدة.",
    },
    tool: "share-button",
    goal: { en: "Pledge signed", ar: "توقيع التعهد" },
    spend: 3_200,
    currency: "MAD",
    audience: { en: "Readers of all ages, Morocco", ar: "القراء من كل الأعمار في المغرب" },
    audiencePlan: { country: ["MA"] },
    startAt,
    endAt: null,
    seed: 606,
    plan: { ...defaultPlan(startAt), endAt: now, ...SPREAD, ...PEOPLE },
  };
}

const SPREAD = {
  seeds: {
    count: 48,
    kinds: [
      { value: "organic", weight: 8 },
      { value: "paid", weight: 2 },
    ],
    waves: [{ offset: 0, duration: 12 * HOUR, weight: 1 }],
    variants: [
      { value: "button-top", weight: 1, lift: 0.9 },
      { value: "button-end", weight: 1, lift: 1.1 },
    ],
  },
  k0: 40,
  seedSpread: 0.7,
  k: 0.8,
  dispersion: 0.35,
  channels: [
    { value: "x", weight: 3, loyalty: 0.5, lift: 0.9 },
    { value: "facebook", weight: 3, loyalty: 0.6 },
    { value: "whatsapp", weight: 4, loyalty: 0.8, lift: 1.1 },
    { value: "linkedin", weight: 1, loyalty: 0.3, lift: 0.7 },
    { value: "email", weight: 1, loyalty: 0.4 },
    { value: "copy", weight: 2, loyalty: 0.1 },
  ],
  modes: [
    { value: "active", weight: 95 },
    { value: "passive", weight: 5 },
  ],
} satisfies Partial<CampaignPlan>;

const PEOPLE = {
  attributes: {
    country: [
      { value: "MA", weight: 86 },
      { value: "FR", weight: 9 },
      { value: "ES", weight: 5 },
    ],
    ageBand: [
      { value: "18-24", weight: 26 },
      { value: "25-34", weight: 28 },
      { value: "35-44", weight: 24 },
      { value: "45-54", weight: 14 },
      { value: "55+", weight: 8 },
    ],
    interests: [
      { value: "novels", weight: 5 },
      { value: "history", weight: 3 },
      { value: "science", weight: 2 },
    ],
    device: [
      { value: "android", weight: 58 },
      { value: "ios", weight: 24 },
      { value: "desktop", weight: 18 },
    ],
  },
  visitors: {
    shareRate: 0.34,
    returnRate: 0.04,
    assistRate: 0.04,
    viewRate: 0.1,
    conversionRate: 0.2,
    conversionDelay: HOUR / 10,
    value: { median: 0, sigma: 0, currency: "MAD" },
  },
  ratings: { sender: { rate: 0.04, mean: 4.4 }, receiver: { rate: 0.03, mean: 4 } },
  activity: dailyActivity(HOUR),
} satisfies Partial<CampaignPlan>;
