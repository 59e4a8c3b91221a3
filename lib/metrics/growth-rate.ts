import { mapEstimate } from "#lib/estimators/estimates.ts";
import { growthRateOf } from "#lib/estimators/growth.ts";
import { DAY } from "#lib/time/lengths.ts";
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
  compute: ({ counts: { counts, edges } }) => mapEstimate(growthRateOf(counts, edges), (rate) => DAY * rate),
};
