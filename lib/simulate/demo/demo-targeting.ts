import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { daysBefore } from "#lib/simulate/demo/days-before.ts";
import type { DemoCampaign } from "#lib/simulate/demo-campaign.ts";
import { DAY } from "#lib/time/lengths.ts";

/** A narrowly aimed advertisement that fizzled: bought seeds, few re-shares, many outside the planned audience. */
export function demoTargeting(now: number): DemoCampaign {
  const startAt = daysBefore(now, 48, 9);
  const endAt = daysBefore(now, 20, 20);
  return {
    slug: "evening-classes",
    name: { en: "Evening classes for working parents", ar: "دروس مسائية للوالدين العاملين" },
    description: {
      en: "Advertisements fitted to city, age, occupation and interests; the course page has a link to pass on.",
      ar: "إعلانات موجّهة حسب المدينة والعمر والمهنة والاهتمام، ولصفحة الدورة رابط قابل للتمرير.",
    },
    tool: "targeting",
    goal: { en: "Course enrolment", ar: "التسجيل في دورة" },
    spend: 7_800,
    currency: "JOD",
    audience: {
      en: "Office workers and teachers aged 25 to 44, Amman",
      ar: "موظفون ومعلمون من 25 إلى 44 عامًا في عمّان",
    },
    audiencePlan: {
      country: ["JO"],
      city: ["Amman"],
      ageBand: ["25-34", "35-44"],
      occupation: ["office", "teacher"],
    },
    startAt,
    endAt,
    seed: 505,
    plan: { ...defaultPlan(startAt), endAt: Math.min(endAt, now), ...SPREAD, ...PEOPLE },
  };
}

const SPREAD = {
  seeds: {
    count: 45,
    kinds: [
      { value: "paid", weight: 9 },
      { value: "organic", weight: 1, lift: 1.5 },
    ],
    waves: [{ offset: 0, duration: 14 * DAY, weight: 1 }],
    variants: [],
  },
  k0: 8,
  k: 0.2,
  dispersion: 0.15,
  channels: [
    { value: "facebook", weight: 4, loyalty: 0.5 },
    { value: "linkedin", weight: 3, loyalty: 0.4, lift: 0.8 },
    { value: "email", weight: 2, loyalty: 0.6, lift: 1.2 },
    { value: "whatsapp", weight: 1, loyalty: 0.7, lift: 1.2 },
  ],
  modes: [
    { value: "active", weight: 85 },
    { value: "passive", weight: 15 },
  ],
} satisfies Partial<CampaignPlan>;

const PEOPLE = {
  attributes: {
    country: [
      { value: "JO", weight: 92 },
      { value: "SA", weight: 5 },
      { value: "PS", weight: 3 },
    ],
    city: [
      { value: "Amman", weight: 60 },
      { value: "Irbid", weight: 22 },
      { value: "Zarqa", weight: 18 },
    ],
    ageBand: [
      { value: "18-24", weight: 28 },
      { value: "25-34", weight: 34 },
      { value: "35-44", weight: 22 },
      { value: "45-54", weight: 16 },
    ],
    occupation: [
      { value: "office", weight: 38 },
      { value: "teacher", weight: 20 },
      { value: "student", weight: 24 },
      { value: "other", weight: 18 },
    ],
    interests: [
      { value: "languages", weight: 5 },
      { value: "accounting", weight: 3 },
      { value: "design", weight: 2 },
    ],
    device: [
      { value: "android", weight: 50 },
      { value: "ios", weight: 26 },
      { value: "desktop", weight: 24 },
    ],
  },
  visitors: {
    shareRate: 0.14,
    returnRate: 0.03,
    assistRate: 0.02,
    viewRate: 0.1,
    conversionRate: 0.035,
    conversionDelay: DAY,
    value: { median: 85, sigma: 0.3, currency: "JOD" },
  },
  ratings: { sender: { rate: 0.12, mean: 3.4 }, receiver: { rate: 0.05, mean: 3.2 } },
} satisfies Partial<CampaignPlan>;
