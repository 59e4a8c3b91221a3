import { mapEstimate } from "#lib/estimators/estimates.ts";
import { growthRateOf, rFromGrowthOfWeights } from "#lib/estimators/growth.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import type { Metric } from "./metric.ts";

const STEP = { hour: HOUR, day: DAY } as const;

export const rFromGrowth: Metric<"counts" | "lags"> = {
  id: "rFromGrowth",
  unit: "children",
  good: "up",
  needs: ["counts", "lags"],
  name: { en: "R from growth", ar: "R من النمو" },
  explanation: {
    en: "Children per share that the growth rate comes from, given how long children take. A cross-check on K, not a headline.",
    ar: "عدد الفروع لكل مشاركة الذي يفسر معدل النمو، مع مراعاة ما تستغرقه الفروع من وقت. للتحقق من K لا ليكون عنوانًا.",
  },
  reference: "Wallinga, Lipsitch 2007",
  compute: ({ counts: { counts, grain }, lags: { sharers, interval } }) => {
    if (sharers.age.length === 0) return { value: null, why: "empty" };
    const step = STEP[grain];
    const steps = Math.max(1, Math.ceil(interval.within / step));
    const weights = Array.from(
      { length: steps },
      (_, k) => interval.cdf((k + 1) * step) - interval.cdf(k * step),
    );
    // F reaches 1 at its horizon: the weights are never all 0, for which alone there would be no R.
    return mapEstimate(growthRateOf(counts), (rate) => rFromGrowthOfWeights(rate, weights) ?? 1);
  },
};
