import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { daysBefore } from "#lib/simulate/demo/days-before.ts";
import type { DemoCampaign } from "#lib/simulate/demo-campaign.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

/** An app that its users pass on, still running: K just above 1 at first, until its market fills up. */
export function demoApp(now: number): DemoCampaign {
  const startAt = daysBefore(now, 120, 8);
  return {
    slug: "split-the-bill",
    name: { en: "Split-the-bill app", ar: "تطبيق تقاسم الفاتورة" },
    description: {
      en: "Splitting a bill invites the others at the table; installing the app gives each a link of their own.",
      ar: "تقاسم الفاتورة يدعو بقية الجالسين إلى المائدة، ومن يثبّت التطبيق يحصل على رابطه الخاص.",
    },
    tool: "app",
    goal: { en: "Account opened", ar: "فتح حساب" },
    spend: 65_000,
    currency: "USD",
    audience: {
      en: "Students and young professionals, Gulf and Egypt",
      ar: "طلاب ومهنيون شباب في الخليج ومصر",
    },
    audiencePlan: {
      country: ["SA", "AE", "KW", "QA", "EG"],
      ageBand: ["18-24", "25-34"],
      occupation: ["student", "office"],
    },
    startAt,
    endAt: null,
    seed: 303,
    plan: { ...defaultPlan(startAt), endAt: now, ...SPREAD, ...PEOPLE },
  };
}

const SPREAD = {
  seeds: {
    count: 150,
    kinds: [
      { value: "paid", weight: 7, lift: 0.9 },
      { value: "organic", weight: 3, lift: 1.3 },
    ],
    waves: [
      { offset: 0, duration: 5 * DAY, weight: 6 },
      { offset: 30 * DAY, duration: 3 * DAY, weight: 4 },
    ],
    variants: [
      { value: "both-sides-reward", weight: 1, lift: 1.06 },
      { value: "no-reward", weight: 1, lift: 0.94 },
    ],
  },
  k0: 6,
  k: 1.05,
  dispersion: 0.6,
  interval: { kind: "exponential", mean: 2 * DAY, horizon: 30 * DAY },
  channels: [
    { value: "whatsapp", weight: 5, loyalty: 0.75, lift: 1.03 },
    { value: "snapchat", weight: 2, loyalty: 0.5 },
    { value: "instagram", weight: 2, loyalty: 0.45, lift: 0.95 },
    { value: "sms", weight: 1, loyalty: 0.3, lift: 0.95 },
    { value: "copy", weight: 1, loyalty: 0.1 },
  ],
  modes: [
    { value: "active", weight: 6 },
    { value: "passive", weight: 4 },
  ],
  maxShares: 62_000,
} satisfies Partial<CampaignPlan>;

const PEOPLE = {
  attributes: {
    country: [
      { value: "SA", weight: 34 },
      { value: "EG", weight: 30 },
      { value: "AE", weight: 18 },
      { value: "KW", weight: 10 },
      { value: "QA", weight: 8 },
    ],
    ageBand: [
      { value: "18-24", weight: 46 },
      { value: "25-34", weight: 40 },
      { value: "35-44", weight: 11 },
      { value: "45-54", weight: 3 },
    ],
    occupation: [
      { value: "student", weight: 45 },
      { value: "office", weight: 35 },
      { value: "self-employed", weight: 12 },
      { value: "other", weight: 8 },
    ],
    device: [
      { value: "ios", weight: 52 },
      { value: "android", weight: 48 },
    ],
  },
  visitors: {
    shareRate: 0.4,
    returnRate: 0.12,
    assistRate: 0.05,
    viewRate: 0.05,
    conversionRate: 0.3,
    conversionDelay: 2 * HOUR,
    value: { median: 4, sigma: 0.8, currency: "USD" },
  },
  ratings: { sender: { rate: 0.02, mean: 4.3 }, receiver: { rate: 0.02, mean: 4 } },
} satisfies Partial<CampaignPlan>;
