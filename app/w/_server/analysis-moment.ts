const MINUTE = 60_000;
/** Children are counted up to this age of their parent, as METRICS §0 has it for content. */
const HORIZON = 7 * 86_400_000;

/** As of when analyses are asked: the end of the running minute, so that equal questions are answered once. */
export function analysisMoment(): { asOf: number; horizon: number } {
  return { asOf: Math.ceil(Date.now() / MINUTE) * MINUTE, horizon: HORIZON };
}
