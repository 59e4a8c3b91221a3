import { realisedAmplification } from "#lib/estimators/amplification.ts";
import { matureSizes } from "#lib/estimators/cascade-sizes.ts";
import type { Metric } from "./metric.ts";

export const amplification: Metric<"cascades"> = {
  id: "amplification",
  unit: "ratio",
  good: "up",
  needs: ["cascades"],
  name: { en: "Amplification", ar: "التضخيم" },
  explanation: {
    en: "Shares for each seed, the seed included, over cascades old enough to be finished.",
    ar: "عدد المشاركات لكل بذرة، بما فيها البذرة، في السلاسل التي بلغت من العمر ما يكفي لتكتمل.",
  },
  reference: "Dwass 1969",
  compute: ({ cascades: { cascades } }, context) => realisedAmplification(matureSizes(cascades, context)),
};
