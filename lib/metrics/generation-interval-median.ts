import type { Metric } from "./metric.ts";

export const generationIntervalMedian: Metric<"lags"> = {
  id: "generationIntervalMedian",
  unit: "milliseconds",
  good: "down",
  needs: ["lags"],
  name: { en: "Viral cycle time", ar: "زمن الدورة" },
  explanation: {
    en: "Time from a share to the shares it causes: half of them come sooner. Corrected for children that have not come yet.",
    ar: "الوقت من المشاركة إلى المشاركات الناتجة عنها: نصفها يأتي قبل ذلك. مع تصحيح ما لم يأتِ بعد.",
  },
  reference: "Svensson 2007; Nishiura 2010",
  compute: ({ lags: { interval, sharers } }) =>
    sharers.age.length === 0 ? { value: null, why: "empty" } : interval.median,
};
