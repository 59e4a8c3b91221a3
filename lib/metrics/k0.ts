import { reproductionNumber } from "#lib/estimators/k.ts";
import type { Metric } from "./metric.ts";

export const k0: Metric<"lags"> = {
  id: "k0",
  unit: "children",
  good: "up",
  needs: ["lags"],
  name: { en: "K of seeds", ar: "K للبذور" },
  explanation: {
    en: "Children that a seed has within the horizon: how much the launch audience passes on. Never averaged with K.",
    ar: "عدد الفروع المباشرة للبذرة ضمن أفق النضج: كم ينقل جمهور الإطلاق. لا يُخلط بمعامل K في متوسط واحد.",
  },
  reference: "Nelson 1988; Lawless, Nadeau 1995",
  compute: ({ lags: { seeds, interval } }, { horizon }) =>
    reproductionNumber(seeds, horizon, interval.cdf).estimate,
};
