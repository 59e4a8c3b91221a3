/** A half-open stretch of time (from, to]; UTC milliseconds. */
export interface RtWindow {
  readonly from: number;
  readonly to: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * The default windows of METRICS §2.4 that end by `to`. Content: 6 hours, ending every hour in the first 48,
 * then every day. Referral: 7 days, ending every day. None while the campaign is younger than one window.
 *
 * @param from when the campaign began, UTC milliseconds
 * @param to the instant asked about, UTC milliseconds
 */
export function rtWindows(from: number, to: number, programme: "content" | "referral"): RtWindow[] {
  const content = programme === "content";
  const width = content ? 6 * HOUR : 7 * DAY;
  const windows: RtWindow[] = [];
  let end = from + width;
  while (end <= to) {
    windows.push({ from: end - width, to: end });
    end += content && end - from < 2 * DAY ? HOUR : DAY;
  }
  return windows;
}
