import { LINKS_UNKNOWN } from "#lib/domain/estimate.ts";
import { birthCohorts } from "#lib/estimators/cohorts.ts";
import { kTrendOf } from "#lib/estimators/k-trend.ts";
import type { Metric } from "./metric.ts";

export const kTrend: Metric<"forest" | "lags" | "zone"> = {
  id: "kTrend",
  unit: "ratio",
  good: "up",
  needs: ["forest", "lags", "zone"],
  name: { en: "Trend of K", ar: "اتجاه K" },
  explanation: {
    en: "K of the shares of one step of time over that of the step before, corrected for their age; hours up to an age of three days, days up to sixty, then weeks, in the campaign’s zone. Below 1 it falls.",
    ar: "K لمشاركات خطوة زمنية مقسومًا على K الخطوة التي قبلها، مصححًا بعمرها؛ ساعات حتى عمر ثلاثة أيام، ثم أيام حتى ستين، ثم أسابيع، بتوقيت منطقة الحملة. دون 1 يتراجع.",
  },
  reference: "McCullagh, Nelder 1989",
  compute: ({ forest, lags: { interval, sharers }, zone }, { asOf, horizon }) => {
    if (forest.size === 0) return { value: null, why: "empty" };
    if (sharers.linksUnknown) return LINKS_UNKNOWN;
    return kTrendOf(birthCohorts(forest, interval, { asOf, horizon, zone }).parts).ratio;
  },
};
