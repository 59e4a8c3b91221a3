import { z } from "zod";
import { canonicalChannel } from "./canonical-channel.ts";
import type { SeedKind } from "./event.ts";
import { TargetUrl } from "./target-url.ts";

/** Parameters by which web analytics knows a visit's origin, in their usual order. */
export const UTM_FIELDS = ["source", "medium", "campaign", "content", "term"] as const;
export type UtmField = (typeof UTM_FIELDS)[number];
export type Utm = Readonly<Partial<Record<UtmField, string>>>;

// One spelling a value: reports of web analytics tell `Spring` and `spring ` apart.
const UTM_VALUE = /^[a-z0-9._~-]+$/;

const utmValue = z
  .string()
  .trim()
  .max(100, "long")
  .refine((text) => text === "" || UTM_VALUE.test(text), "utm");

/** A link to hand out, as a form says it. */
export const LinkInput = z
  .object({
    name: z.string().trim().min(1, "required").max(120, "long"),
    channel: z.string().trim().min(1, "required").max(60, "long").transform(canonicalChannel),
    seedKind: z.enum(["organic", "paid"], "choice"),
    targetUrl: z.union([z.literal("").transform(() => null), TargetUrl]),
    ...{ source: utmValue, medium: utmValue, campaign: utmValue, content: utmValue, term: utmValue },
  })
  .superRefine(({ source, medium, campaign, content, term }, context) => {
    const isTagged = [medium, campaign, content, term].some((text) => text !== "");
    // Web analytics drops the other tags of an address without a source.
    if (isTagged && source === "")
      context.addIssue({ code: "custom", path: ["source"], message: "utm-source" });
  })
  .transform(({ name, channel, seedKind, targetUrl, ...utm }) => ({
    ...{ name, channel, targetUrl },
    seedKind: seedKind as SeedKind,
    utm: Object.fromEntries(UTM_FIELDS.flatMap((field) => (utm[field] ? [[field, utm[field]]] : []))) as Utm,
  }));
export type LinkInput = z.infer<typeof LinkInput>;

/** A link with what came of it. */
export interface ListedLink {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly channel: string;
  readonly seedKind: SeedKind;
  readonly targetUrl: string | null;
  readonly utm: Utm;
  readonly createdAt: number;
  readonly pausedAt: number | null;
  /** Visits by people through the link's own code. */
  readonly visits: number;
  /** Shares below it, in all generations. */
  readonly shares: number;
  readonly conversions: number;
}
