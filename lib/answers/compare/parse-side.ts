import type { SideChoice } from "./compared-side.ts";

/** Reads a side of a comparison from an address, such as `campaign-2`, `channel:email` or `branch:CODE`. */
export function parseSide(text: unknown): SideChoice | null {
  if (typeof text !== "string") return null;
  const campaign = /^campaign-([1-9]\d{0,8})$/.exec(text)?.[1];
  if (campaign !== undefined) return { kind: "campaign", campaignId: Number(campaign) };
  const [, kind, name = ""] = /^(channel|branch):(.+)$/s.exec(text) ?? [];
  if (kind === "channel") return { kind, channel: name };
  return kind === "branch" ? { kind, code: name } : null;
}
