import type { CampaignEvent } from "#lib/domain/event.ts";
import { parseTime } from "#lib/sources/parse-time.ts";

/**
 * The instant that `--as-of` names.
 * @param text an instant, "last" for that of the last event, undefined for `now`
 * @returns UTC milliseconds
 * @throws Error when it is no instant, or lies in the future
 */
export function readAsOf(
  text: string | undefined,
  events: readonly CampaignEvent[],
  zone: string,
  now: number,
): number {
  if (text === undefined) return now;
  if (text === "last") return events.reduce((last, { occurredAt }) => Math.max(last, occurredAt), 0);
  const at = parseTime(text, { zone, now });
  if (typeof at === "number") return at;
  throw new Error(`--as-of ${text}: write an instant up to now, such as 2024-03-01T12:00Z, or "last"`);
}
