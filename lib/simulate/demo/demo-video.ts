import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { dailyActivity } from "#lib/simulate/daily-activity.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { daysBefore } from "#lib/simulate/demo/days-before.ts";
import type { DemoCampaign } from "#lib/simulate/demo-campaign.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

/** A film that spreads widely and converts little, just finished: large broadcasts, K as commonly measured. */
export function demoVideo(now: number): DemoCampaign {
  const startAt = daysBefore(now, 21, 16);
  const endAt = daysBefore(now, 2, 20);
  return {
    slug: "street-football-film",
    name: { en: "Street football short film", ar: "فيلم قصير: كرة الشارع" },
    description: {
      en: "A two-minute film about a street tournament, with a page of its own and a link for every viewer.",
      ar: "فيلم من دقيقتين عن بطولة في الشارع، له صفحة خاصة ورابط لكل مشاهد.",
    },
    tool: "video",
    goal: { en: "Team registered for the tournament", ar: "تسجيل فريق في البطولة" },
    spend: 240_000,
    currency: "EGP",
    audience: {
      en: "Football fans aged 13 to 34, Egypt and the Maghreb",
      ar: "محبو كرة القدم من 13 إلى 34 عامًا في مصر والمغرب العربي",
    },
    audiencePlan: {
      country: ["EG", "MA", "DZ", "TN", "LY"],
      ageBand: ["13-17", "18-24", "25-34"],
      interests: ["football"],
    },
    startAt,
    endAt,
    seed: 404,
    plan: { ...defaultPlan(startAt), endAt: Math.min(endAt, now), ...SPREAD, ...PEOPLE },
  };
}

const SPREAD = {
  seeds: {
    count: 36,
    kinds: [
      { value: "paid", weight: 4 },
      { value: "organic", weight: 6 },
    ],
    waves: [
      { offset: 0, duration: 6 * HOUR, weight: 5 },
      { offset: 3 * DAY, duration: 6 * HOUR, weight: 3 },
      { offset: 10 * DAY, duration: 6 * HOUR, weight: 2 },
    ],
    variants: [],
  },
  k0: 200,
  k: 0.38,
  dispersion: 0.12,
  channels: [
    { value: "tiktok", weight: 4, loyalty: 0.6, lift: 1.1 },
    { value: "facebook", weight: 4, loyalty: 0.6 },
    { value: "instagram", weight: 3, loyalty: 0.5 },
    { value: "x", weight: 2, loyalty: 0.5, lift: 0.9 },
    { value: "whatsapp", weight: 3, loyalty: 0.7, lift: 1.1 },
    { value: "snapchat", weight: 1, loyalty: 0.4, lift: 0.8 },
    { value: "telegram", weight: 1, loyalty: 0.5 },
  ],
  modes: [
    { value: "active", weight: 9 },
    { value: "passive", weight: 1 },
  ],
} satisfies Partial<CampaignPlan>;

const PEOPLE = {
  attributes: {
    country: [
      { value: "EG", weight: 55 },
      { value: "MA", weight: 18 },
      { value: "DZ", weight: 15 },
      { value: "TN", weight: 8 },
      { value: "FR", weight: 4 },
    ],
    ageBand: [
      { value: "13-17", weight: 24 },
      { value: "18-24", weight: 38 },
      { value: "25-34", weight: 26 },
      { value: "35-44", weight: 12 },
    ],
    interests: [
      { value: "football", weight: 7 },
      { value: "film", weight: 2 },
      { value: "music", weight: 1 },
    ],
    device: [
      { value: "android", weight: 74 },
      { value: "ios", weight: 20 },
      { value: "desktop", weight: 6 },
    ],
  },
  visitors: {
    shareRate: 0.3,
    returnRate: 0.05,
    assistRate: 0.05,
    viewRate: 0.7,
    conversionRate: 0.012,
    conversionDelay: HOUR,
    value: { median: 350, sigma: 0.5, currency: "EGP" },
  },
  ratings: { sender: { rate: 0.02, mean: 4.5 }, receiver: { rate: 0.02, mean: 3.1 } },
  activity: dailyActivity(2 * HOUR),
} satisfies Partial<CampaignPlan>;
