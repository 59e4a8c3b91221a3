import { realisedAmplification } from "#lib/estimators/amplification.ts";
import { matureSizes } from "#lib/estimators/cascade-sizes.ts";
import { mapEstimate } from "#lib/estimators/estimates.ts";
import type { Metric } from "./metric.ts";

export const earnedToPaid: Metric<"cascades"> = {
  id: "earnedToPaid",
  unit: "ratio",
  good: "up",
  needs: ["cascades"],
  name: { en: "Earned to paid", ar: "المكتسَب إلى المدفوع" },
  explanation: {
    en: "Shares that people brought for each seed that was handed out, over cascades old enough to be finished.",
    ar: "المشاركات التي جلبها الناس لكل بذرة وُزِّعت، في السلاسل التي بلغت من العمر ما يكفي لتكتمل.",
  },
  reference: "Dwass 1969",
  compute: ({ cascades: { cascades } }, context) =>
    mapEstimate(realisedAmplification(matureSizes(cascades, context)), (shares) => shares - 1),
};
