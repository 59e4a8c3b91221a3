import { earnedToPaid as earnedToPaidOf } from "#lib/estimators/money/earned-to-paid.ts";
import { matureSizes } from "#lib/estimators/money/mature-sizes.ts";
import { realisedAmplification } from "#lib/estimators/money/realised-amplification.ts";
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
    earnedToPaidOf(realisedAmplification(matureSizes(cascades, context))),
};
