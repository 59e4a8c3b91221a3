import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { LONE_TIME, type TimeForm } from "./times/time-form.ts";
import { readTime } from "./times/time-reader.ts";

const EARLIEST = Date.UTC(1990, 0, 1);

/** Clocks may run ahead by this much (METRICS §0). */
const AHEAD_MAX = 5 * MINUTE;

/** What a time's own text does not say. */
export interface TimeContext {
  /** IANA zone of times that state none; null refuses them. Of an hour that occurs twice the first is meant. */
  readonly zone: string | null;
  /** UTC milliseconds: what lies more than five minutes ahead is refused. */
  readonly now: number;
  /** How its column is written; left out, nothing is taken that could mean two things. */
  readonly forms?: TimeForm;
}

/**
 * Reads an instant as people and programs write it, in the form of its column.
 * @param clock the time of day, where it stands in a cell of its own
 * @returns UTC milliseconds, or the reason there are none
 */
export function parseTime(
  text: string,
  { zone, now, forms = LONE_TIME }: TimeContext,
  clock = "",
): number | EventFaultReason {
  const at = readTime(text, clock, forms, zone);
  if (typeof at !== "number") return at;
  if (at < EARLIEST) return "before-1990";
  return at > now + AHEAD_MAX ? "in-the-future" : at;
}
