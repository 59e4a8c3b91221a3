import { cohortEdges, cohortTable, kTrendOf } from "#lib/estimators/cohorts.ts";
import { currentRt } from "#lib/estimators/rt.ts";
import type { Metric } from "./metric.ts";

export const kTrend: Metric<"forest" | "lags"> = {
  id: "kTrend",
  unit: "ratio",
  good: "up",
  needs: ["forest", "lags"],
  name: { en: "Trend of K", ar: "اتجاه K" },
  explanation: {
    en: "K of the shares of one step of time over that of the step before, corrected for their age; hours, days or weeks by the length of the campaign, in UTC. Below 1 it falls.",
    ar: "K لمشاركات خطوة زمنية مقسومًا على K الخطوة التي قبلها، مصححًا بعمرها؛ ساعات أو أيام أو أسابيع بحسب طول الحملة، بالتوقيت العالمي. دون 1 يتراجع.",
  },
  reference: "McCullagh, Nelder 1989",
  compute: ({ forest, lags: { interval } }, { asOf, horizon }) => {
    if (forest.size === 0) return { value: null, why: "empty" };
    const lagCdf = interval.cdf;
    const { dispersion } = currentRt(forest, asOf, { lagCdf, horizon });
    const { edges } = cohortEdges(forest, asOf, "UTC");
    return kTrendOf(cohortTable(forest, edges, { asOf, lagCdf, horizon, dispersion })).ratio;
  },
};
