import type { ForestShape } from "#lib/cascade/forest-shape.ts";
import { type RtModel, type RtSeries, rtContinuous } from "./rt-continuous.ts";
import { type RtWindow, rtWindows } from "./rt-windows.ts";

const DAY = 86_400_000;
/** Where children are waited for as long as this, the programme is one of referrals. */
const REFERRAL_FROM = 14 * DAY;
/** More windows than this cannot be told apart on a screen. */
const MOST_WINDOWS = 400;

/**
 * R_t over the life of a campaign in the default windows of its kind (METRICS §2.4), the last of them ending at
 * `until`.
 * @param until UTC milliseconds
 */
export function currentRt(forest: ForestShape, until: number, model: RtModel): RtSeries {
  const startedAt = forest.at.reduce((first, at) => Math.min(first, at), until);
  const programme = model.horizon >= REFERRAL_FROM ? "referral" : "content";
  return rtContinuous(
    forest,
    withLatest(rtWindows(startedAt, until, programme), until).slice(-MOST_WINDOWS),
    model,
  );
}

/** After two days windows end once a day: the one that ends now says what is going on now. */
function withLatest(windows: readonly RtWindow[], until: number): RtWindow[] {
  const last = windows.at(-1);
  if (last === undefined || last.to === until) return [...windows];
  return [...windows, { from: until - (last.to - last.from), to: until }];
}
