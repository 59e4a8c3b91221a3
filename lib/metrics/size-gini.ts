import { ofMatureSizes } from "#lib/estimators/cascade-sizes.ts";
import { gini } from "#lib/stats/concentration.ts";
import type { Metric } from "./metric.ts";

export const sizeGini: Metric<"cascades"> = {
  id: "sizeGini",
  unit: "number",
  good: null,
  needs: ["cascades"],
  name: { en: "Inequality of cascades", ar: "تفاوت السلاسل" },
  explanation: {
    en: "Gini coefficient of the sizes of finished cascades: 0 when all are equally large, near 1 when one holds nearly all shares.",
    ar: "معامل جيني لأحجام السلاسل المكتملة: 0 حين تتساوى كلها، وقريب من 1 حين تضم واحدة كل المشاركات تقريبًا.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades }, context) => ofMatureSizes(cascades, context, (sizes) => gini(sizes) ?? 0),
};
