import type { ChannelFigures } from "#lib/domain/channel-figures.ts";

/** Columns that the table of channels sorts by. */
export const CHANNEL_SORTS = [
  "channel",
  "shares",
  "sharers",
  "visits",
  "conversions",
  "value",
  "children",
] as const;
export type ChannelSort = (typeof CHANNEL_SORTS)[number];

/**
 * Channels by a column: names from A, figures from the largest, equals by name.
 * @param wanted as the address has it; anything unknown means shares
 */
export function sortChannels(
  figures: readonly ChannelFigures[],
  wanted: unknown,
): { channels: ChannelFigures[]; sort: ChannelSort } {
  const sort = CHANNEL_SORTS.find((known) => known === wanted) ?? "shares";
  const byName = (a: ChannelFigures, b: ChannelFigures) => (a.channel < b.channel ? -1 : 1);
  const channels = figures.toSorted((a, b) => (sort === "channel" ? 0 : b[sort] - a[sort]) || byName(a, b));
  return { channels, sort };
}
