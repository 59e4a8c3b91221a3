import { z } from "zod";
import { AudiencePlanInput } from "./audience-plan.ts";

/** The six tools of viral marketing that the product is organised by. */
export const TOOLS = [
  "service-message",
  "auto-responder",
  "app",
  "video",
  "targeting",
  "share-button",
] as const;
export type Tool = (typeof TOOLS)[number];

const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `at most ${max}`)
    .transform((text) => (text === "" ? null : text));

const optionalDay = z
  .union([z.literal(""), z.iso.date("date")])
  .transform((day) => (day === "" ? null : day));

const optionalList = z.string().max(500, "at most 500").default("");
const PLAN_FIELDS = {
  planCountry: optionalList,
  planCity: optionalList,
  planAgeBand: optionalList,
  planOccupation: optionalList,
  planInterests: optionalList,
};

/** What a person may say about a campaign, as a form sends it: every field a string. */
export const CampaignInput = z
  .object({
    name: z.string().trim().min(1, "required").max(120, "at most 120"),
    description: optionalText(2000),
    tool: z.enum(TOOLS, "choice"),
    startsOn: optionalDay,
    endsOn: optionalDay,
    spend: z
      .string()
      .trim()
      .regex(/^(\d{1,12}(\.\d{1,4})?)?$/, "amount")
      .transform((text) => (text === "" ? null : Number(text))),
    currency: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^([A-Z]{3})?$/, "currency")
      .transform((code) => (code === "" ? null : code)),
    audience: optionalText(500),
    goal: optionalText(200),
    ...PLAN_FIELDS,
  })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, {
    path: ["endsOn"],
    message: "before start",
  })
  .refine(({ spend, currency }) => spend === null || spend === 0 || currency !== null, {
    path: ["currency"],
    message: "required",
  })
  .transform(({ planCountry, planCity, planAgeBand, planOccupation, planInterests, ...input }) => ({
    ...input,
    audiencePlan: AudiencePlanInput.parse({
      ...{ country: planCountry, city: planCity, ageBand: planAgeBand, occupation: planOccupation },
      interests: planInterests,
    }),
  }));
export type CampaignInput = z.infer<typeof CampaignInput>;
