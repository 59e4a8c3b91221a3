import { z } from "zod";
import { canonicalChannel } from "./canonical-channel.ts";
import { CHANNELS } from "./channel.ts";

const KNOWN: ReadonlySet<string> = new Set(CHANNELS);
const name = z.string().trim().min(1, "required").max(200, "long");

/** Names of channels that are to count as one; those that the product knows stay what they are. */
export const ChannelMergeInput = z
  .object({
    names: z
      .array(name.refine((one) => !isKnownChannel(one), "known"))
      .min(1, "required")
      .max(200, "many"),
    channel: name.transform(canonicalChannel),
  })
  .refine(({ names, channel }) => !names.includes(channel), { path: ["channel"], message: "same" });
export type ChannelMergeInput = z.infer<typeof ChannelMergeInput>;

/** A name that counts as a channel. */
export interface ChannelMerge {
  readonly name: string;
  readonly channel: string;
}

/** Counts by channel, with names that count as another added to it, the most first. */
export function mergedCounts(
  counts: readonly { readonly channel: string; readonly shares: number }[],
  merges: readonly ChannelMerge[],
): { channel: string; shares: number }[] {
  const channels = new Map(merges.map(({ name, channel }) => [name, channel]));
  const sums = new Map<string, number>();
  for (const { channel, shares } of counts) {
    const into = channels.get(channel) ?? channel;
    sums.set(into, (sums.get(into) ?? 0) + shares);
  }
  return [...sums].map(([channel, shares]) => ({ channel, shares })).sort((a, b) => b.shares - a.shares);
}

/** Whether the product knows a channel by name. */
export function isKnownChannel(channel: string): boolean {
  return KNOWN.has(channel);
}
