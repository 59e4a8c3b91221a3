import { ofMatureSizes } from "#lib/estimators/cascade-sizes.ts";
import { quantile } from "#lib/stats/quantile.ts";
import type { Metric } from "./metric.ts";

export const sizeMedian: Metric<"cascades"> = {
  id: "sizeMedian",
  unit: "shares",
  good: "up",
  needs: ["cascades"],
  name: { en: "Median cascade", ar: "السلسلة الوسطى" },
  explanation: {
    en: "Half of the cascades that are old enough to be finished have at most so many shares. Few large ones carry the mean; this is the common case.",
    ar: "نصف السلاسل التي بلغت من العمر ما يكفي لتكتمل لا يتجاوز هذا العدد من المشاركات. المتوسط تحمله قلة كبيرة، وهذا هو الشائع.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades }, context) =>
    ofMatureSizes(cascades, context, (sizes) =>
      quantile(
        sizes.toSorted((a, b) => a - b),
        0.5,
      ),
    ),
};
