import { expectedAmplificationWithin } from "#lib/estimators/amplification.ts";
import { DAY } from "#lib/time/lengths.ts";
import type { Metric } from "./metric.ts";

const PERIOD = 30 * DAY;
/** More steps than this change a sum below K = 1 no more, and above it say only that it is huge. */
const MOST_GENERATIONS = 1000;

export const amplification30Days: Metric<"lags"> = {
  id: "amplification30Days",
  unit: "ratio",
  good: "up",
  needs: ["lags"],
  name: { en: "Amplification in 30 days", ar: "التضخيم في 30 يومًا" },
  explanation: {
    en: "Shares that a seed leads to in as many generations as fit in 30 days, from K and the K of seeds: finite also where the loop sustains itself.",
    ar: "عدد المشاركات التي تفضي إليها البذرة في عدد الأجيال الذي تتسع له 30 يومًا، من K ومن K للبذور: محدود حتى حين تكفي الدورة نفسها.",
  },
  reference: "Lloyd-Smith, Schreiber, Kopp, Getz 2005",
  compute: ({ lags }, { horizon }) => {
    const { value: cycle } = lags.interval.median;
    if (cycle === null) return { value: null, why: "too-few" };
    const generations = Math.min(MOST_GENERATIONS, Math.floor(PERIOD / Math.max(1, cycle)));
    return expectedAmplificationWithin(lags, horizon, generations);
  },
};
