import { z } from "zod";
import type { Attribute } from "./event.ts";

/** Facts of people that a campaign can be aimed by. */
export const PLANNED_ATTRIBUTES = [
  "country",
  "city",
  "ageBand",
  "occupation",
  "interests",
] as const satisfies readonly Attribute[];
export type PlannedAttribute = (typeof PLANNED_ATTRIBUTES)[number];

/** Whom a campaign is meant for: values of an attribute; one that is not there is for all of them. */
export type AudiencePlan = Readonly<Partial<Record<Attribute, readonly string[]>>>;

const values = z
  .string()
  .max(500, "at most 500")
  .transform((text) => {
    // An Arabic keyboard has a comma of its own.
    const parts = text.split(/[,،;\n]/).map((part) => part.trim());
    return [...new Set(parts.filter((part) => part !== ""))];
  });

/** The fields of a form that say whom a campaign is meant for, as lists with commas. */
export const AudiencePlanInput = z
  .object({ country: values, city: values, ageBand: values, occupation: values, interests: values })
  .transform((lists): AudiencePlan | null => {
    const planned = Object.entries(lists).filter(([, list]) => list.length > 0);
    return planned.length === 0 ? null : Object.fromEntries(planned);
  });
