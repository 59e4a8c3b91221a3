import { reproductionNumber } from "#lib/estimators/k.ts";
import type { Metric } from "./metric.ts";

export const k: Metric<"lags"> = {
  id: "k",
  unit: "children",
  good: "up",
  needs: ["lags"],
  name: { en: "K", ar: "K" },
  explanation: {
    en: "Children that a share has within the horizon, seeds left out, corrected for shares too young to have had theirs. Above 1 the campaign carries itself.",
    ar: "عدد الفروع المباشرة للمشاركة ضمن أفق النضج، دون البذور، مع تصحيح أثر المشاركات الحديثة التي لم تأتِ فروعها بعد. فوق 1 تنتشر الحملة من تلقاء نفسها.",
  },
  reference: "Nelson 1988; Lawless, Nadeau 1995",
  compute: ({ lags: { sharers, interval } }, { horizon }) =>
    reproductionNumber(sharers, horizon, interval.cdf).estimate,
};
