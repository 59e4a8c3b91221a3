import { growthRateOf } from "#lib/estimators/growth.ts";
import type { Metric } from "./metric.ts";

export const growthRate: Metric<"counts"> = {
  id: "growthRate",
  unit: "perDay",
  good: "up",
  needs: ["counts"],
  name: { en: "Growth rate", ar: "معدل النمو" },
  explanation: {
    en: "Natural-logarithm growth of shares per day, over the last 14 complete steps: hours in the first three days of a campaign, then days.",
    ar: "النمو اللوغاريتمي للمشاركات في اليوم على آخر 14 خطوة مكتملة: ساعات في الأيام الثلاثة الأولى ثم أيام.",
  },
  reference: "McCullagh, Nelder 1989",
  compute: ({ counts: { counts, grain } }) => {
    const rate = growthRateOf(counts);
    if (rate.value === null || grain === "day") return rate;
    const { value, low = value, high = value } = rate;
    return { value: 24 * value, low: 24 * low, high: 24 * high };
  },
};
