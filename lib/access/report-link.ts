import { z } from "zod";
import { OriginList } from "#lib/domain/origin-list.ts";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";

/** Parts of a report, in the order in which they stand. */
export const REPORT_SECTIONS = ["overview", "shares", "notes", "channels", "funnel", "cascades"] as const;
export type ReportSection = (typeof REPORT_SECTIONS)[number];

/** Fixed: the owner's days; bounded: any days among them; free: any days at all. */
export const DATE_MODES = ["fixed", "bounded", "free"] as const;
export type DateMode = (typeof DATE_MODES)[number];

/** Days as YYYY-MM-DD in the workspace's zone, both included; null where the link sets no bound. */
export interface ReportDates {
  readonly mode: DateMode;
  readonly from: string | null;
  readonly to: string | null;
}

export const REPORT_THEMES = ["light", "dark"] as const;
export type ReportTheme = (typeof REPORT_THEMES)[number];

const day = z.union([z.literal(""), z.iso.date("day")]).transform((text) => (text === "" ? null : text));

/** What a person says about a report link, as a form sends it. */
export const ReportLinkInput = z
  .object({
    name: z.string().trim().min(1, "required").max(120, "long"),
    notes: z
      .string()
      .trim()
      .max(2000, "long")
      .transform((text) => (text === "" ? null : text)),
    sections: z.array(z.enum(REPORT_SECTIONS)).min(1, "sections"),
    dateMode: z.enum(DATE_MODES),
    fromDay: day,
    toDay: day,
    /** Last day on which the link opens. */
    expiresOn: day,
    aliases: z.boolean(),
    csv: z.boolean(),
    previewCard: z.boolean(),
    locale: z
      .union([z.literal(""), z.enum(Object.keys(LOCALES) as [Locale, ...Locale[]])])
      .transform((text) => (text === "" ? null : text)),
    theme: z.enum(REPORT_THEMES),
    embedOrigins: OriginList,
  })
  .refine(({ dateMode, fromDay }) => dateMode === "free" || fromDay !== null, {
    path: ["fromDay"],
    message: "required",
  })
  .refine(({ dateMode, toDay }) => dateMode === "free" || toDay !== null, {
    path: ["toDay"],
    message: "required",
  })
  .refine(({ fromDay, toDay }) => fromDay === null || toDay === null || fromDay <= toDay, {
    path: ["toDay"],
    message: "order",
  })
  .transform((input) => (input.dateMode === "free" ? { ...input, fromDay: null, toDay: null } : input));
export type ReportLinkInput = z.infer<typeof ReportLinkInput>;
