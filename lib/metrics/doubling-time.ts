import { doublingTimeOf, growthRateOf } from "#lib/estimators/growth.ts";
import type { Metric } from "./metric.ts";

export const doublingTime: Metric<"counts"> = {
  id: "doublingTime",
  unit: "milliseconds",
  good: "down",
  needs: ["counts"],
  name: { en: "Doubling time", ar: "زمن التضاعف" },
  explanation: {
    en: "Time in which the number of shares per step doubles; negative where it halves. Unknown while growth may be none at all.",
    ar: "الوقت الذي يتضاعف فيه عدد المشاركات في الخطوة؛ سالب إن كان ينقص إلى النصف. ومجهول ما دام النمو قد يكون معدومًا.",
  },
  reference: "McCullagh, Nelder 1989",
  compute: ({ counts: { counts, edges } }) => {
    const rate = growthRateOf(counts, edges);
    if (rate.value === null) return rate;
    const time = doublingTimeOf(rate);
    if (time === null) return { value: null, why: "too-few" };
    if (time.kind === "unclear")
      return { value: null, why: "censored", note: "no-clear-growth", low: time.doublingAbove };
    const { value, low, high } = time;
    if (time.kind === "doubling") return { value, low, high };
    return { value: -value, low: -high, high: -low };
  },
};
