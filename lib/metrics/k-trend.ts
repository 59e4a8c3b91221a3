import { activeUntil } from "#lib/estimators/active-until.ts";
import { cohortEdges, cohortTable, kTrendOf } from "#lib/estimators/cohorts.ts";
import { currentRt } from "#lib/estimators/rt.ts";
import type { Metric } from "./metric.ts";

export const kTrend: Metric<"forest" | "lags" | "zone"> = {
  id: "kTrend",
  unit: "ratio",
  good: "up",
  needs: ["forest", "lags", "zone"],
  name: { en: "Trend of K", ar: "اتجاه K" },
  explanation: {
    en: "K of the shares of one step of time over that of the step before, corrected for their age; hours, days or weeks by the length of the campaign, in its zone. Below 1 it falls.",
    ar: "K لمشاركات خطوة زمنية مقسومًا على K الخطوة التي قبلها، مصححًا بعمرها؛ ساعات أو أيام أو أسابيع بحسب طول الحملة، بتوقيت منطقتها. دون 1 يتراجع.",
  },
  reference: "McCullagh, Nelder 1989",
  compute: ({ forest, lags: { interval }, zone }, { asOf, horizon }) => {
    if (forest.size === 0) return { value: null, why: "empty" };
    const lagCdf = interval.cdf;
    // As on the Viral-coefficient page: stragglers long after the rest stretch no step.
    const { until } = activeUntil(forest, asOf, horizon);
    const { dispersion } = currentRt(forest, until, { lagCdf, horizon });
    const { edges } = cohortEdges(forest, until, zone);
    return kTrendOf(cohortTable(forest, edges, { asOf, lagCdf, horizon, dispersion })).ratio;
  },
};
