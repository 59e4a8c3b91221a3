import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { daysBefore } from "#lib/simulate/demo/days-before.ts";
import type { DemoCampaign } from "#lib/simulate/demo-campaign.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

/** A carrier's offer by SMS, finished: mostly passive, bought and free seeds, an A/B test of the wording. */
export function demoServiceMessage(now: number): DemoCampaign {
  const startAt = daysBefore(now, 34, 7);
  const endAt = daysBefore(now, 6, 20);
  return {
    slug: "ramadan-data-bundle",
    name: { en: "Ramadan data bundle", ar: "باقة بيانات رمضان" },
    description: {
      en: "An SMS announces a bundle that can be given to a friend; every gift carries the giver's link.",
      ar: "رسالة نصية تعلن باقة يمكن إهداؤها إلى صديق، وكل هدية تحمل رابط صاحبها.",
    },
    tool: "service-message",
    goal: { en: "Bundle activated", ar: "تفعيل الباقة" },
    spend: 42_000,
    currency: "SAR",
    audience: {
      en: "Prepaid customers aged 18 to 44, Saudi Arabia",
      ar: "عملاء الدفع المسبق من 18 إلى 44 عامًا في السعودية",
    },
    audiencePlan: { country: ["SA"], ageBand: ["18-24", "25-34", "35-44"] },
    startAt,
    endAt,
    seed: 101,
    plan: { ...defaultPlan(startAt), endAt: Math.min(endAt, now), ...SPREAD, ...PEOPLE },
  };
}

const SPREAD = {
  seeds: {
    count: 80,
    kinds: [
      { value: "paid", weight: 6 },
      { value: "organic", weight: 4, lift: 1.2 },
    ],
    waves: [
      { offset: 0, duration: 8 * HOUR, weight: 5 },
      { offset: 7 * DAY, duration: 8 * HOUR, weight: 3 },
      { offset: 14 * DAY, duration: 8 * HOUR, weight: 2 },
    ],
    variants: [
      { value: "gift", weight: 1, lift: 1.15 },
      { value: "discount", weight: 1, lift: 0.85 },
    ],
  },
  k0: 45,
  k: 0.45,
  dispersion: 0.2,
  channels: [
    { value: "sms", weight: 5, loyalty: 0.45, lift: 0.9 },
    { value: "whatsapp", weight: 4, loyalty: 0.8, lift: 1.1 },
    { value: "telegram", weight: 1, loyalty: 0.5 },
    { value: "copy", weight: 1, loyalty: 0.1 },
  ],
  modes: [
    { value: "passive", weight: 8 },
    { value: "active", weight: 2, lift: 1.2 },
  ],
} satisfies Partial<CampaignPlan>;

const PEOPLE = {
  attributes: {
    country: [
      { value: "SA", weight: 88 },
      { value: "YE", weight: 5 },
      { value: "EG", weight: 4 },
      { value: "SD", weight: 3 },
    ],
    ageBand: [
      { value: "18-24", weight: 32 },
      { value: "25-34", weight: 36 },
      { value: "35-44", weight: 20 },
      { value: "45-54", weight: 12 },
    ],
    device: [
      { value: "android", weight: 62 },
      { value: "ios", weight: 36 },
      { value: "desktop", weight: 2 },
    ],
  },
  visitors: {
    shareRate: 0.42,
    returnRate: 0.05,
    assistRate: 0.03,
    viewRate: 0.1,
    conversionRate: 0.16,
    conversionDelay: HOUR / 4,
    value: { median: 35, sigma: 0.3, currency: "SAR" },
  },
  ratings: { sender: { rate: 0.03, mean: 4.2 }, receiver: { rate: 0.02, mean: 4.1 } },
} satisfies Partial<CampaignPlan>;
