import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { dailyActivity } from "#lib/simulate/daily-activity.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { daysBefore } from "#lib/simulate/demo/days-before.ts";
import type { DemoCampaign } from "#lib/simulate/demo-campaign.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

/** A bot that answers and hands out links, still running: almost wholly passive, slow, steady, long chains. */
export function demoAutoResponder(now: number): DemoCampaign {
  const startAt = daysBefore(now, 75, 6);
  return {
    slug: "appointment-assistant",
    name: { en: "Clinic appointment assistant", ar: "مساعد مواعيد العيادات" },
    description: {
      en: "A chat assistant finds a free appointment and offers a link for family and friends.",
      ar: "مساعد محادثة يجد موعدًا شاغرًا ويعرض رابطًا للأهل والأصدقاء.",
    },
    tool: "auto-responder",
    goal: { en: "Appointment booked", ar: "حجز موعد" },
    spend: 18_500,
    currency: "AED",
    audience: {
      en: "Parents aged 25 to 44, United Arab Emirates",
      ar: "الآباء والأمهات من 25 إلى 44 عامًا في الإمارات",
    },
    audiencePlan: { country: ["AE"], ageBand: ["25-34", "35-44"] },
    startAt,
    endAt: null,
    seed: 202,
    plan: { ...defaultPlan(startAt), endAt: now, ...SPREAD, ...PEOPLE },
  };
}

const SPREAD = {
  seeds: {
    count: 64,
    kinds: [{ value: "organic", weight: 1 }],
    waves: [{ offset: 0, duration: 60 * DAY, weight: 1 }],
    variants: [],
  },
  k0: 28,
  seedSpread: 0.6,
  k: 0.68,
  dispersion: 0.5,
  interval: { kind: "exponential", mean: 9 * HOUR, horizon: 14 * DAY },
  channels: [
    { value: "messenger", weight: 3, loyalty: 0.65 },
    { value: "whatsapp", weight: 4, loyalty: 0.8, lift: 1.05 },
    { value: "instagram", weight: 2, loyalty: 0.5, lift: 0.9 },
    { value: "telegram", weight: 1, loyalty: 0.6 },
  ],
  modes: [
    { value: "passive", weight: 88 },
    { value: "active", weight: 12, lift: 1.1 },
  ],
} satisfies Partial<CampaignPlan>;

const PEOPLE = {
  attributes: {
    country: [
      { value: "AE", weight: 78 },
      { value: "OM", weight: 9 },
      { value: "IN", weight: 8 },
      { value: "EG", weight: 5 },
    ],
    ageBand: [
      { value: "18-24", weight: 10 },
      { value: "25-34", weight: 42 },
      { value: "35-44", weight: 34 },
      { value: "45-54", weight: 14 },
    ],
    device: [
      { value: "ios", weight: 55 },
      { value: "android", weight: 42 },
      { value: "desktop", weight: 3 },
    ],
  },
  visitors: {
    shareRate: 0.38,
    returnRate: 0.06,
    assistRate: 0.04,
    viewRate: 0,
    conversionRate: 0.22,
    conversionDelay: HOUR / 6,
    value: { median: 120, sigma: 0.5, currency: "AED" },
  },
  ratings: { sender: { rate: 0.05, mean: 4.4 }, receiver: { rate: 0.05, mean: 4.3 } },
  activity: dailyActivity(4 * HOUR),
} satisfies Partial<CampaignPlan>;
