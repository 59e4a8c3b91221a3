import { mapEstimate } from "#lib/estimators/estimates.ts";
import { growthRateOf, rFromGrowthOfAges } from "#lib/estimators/growth.ts";
import type { Metric } from "./metric.ts";

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
  compute: ({ counts: { counts, edges }, lags: { sharers, interval } }) => {
    if (sharers.age.length === 0) return { value: null, why: "empty" };
    const steps = interval.steps();
    // F reaches 1 at its horizon: the weights are never all 0, for which alone there would be no R.
    return mapEstimate(growthRateOf(counts, edges), (rate) => rFromGrowthOfAges(rate, steps) ?? 1);
  },
};
