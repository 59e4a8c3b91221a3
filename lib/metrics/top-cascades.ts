import { ofMatureSizes } from "#lib/estimators/cascade-sizes.ts";
import { topShare } from "#lib/stats/concentration.ts";
import type { Metric } from "./metric.ts";

export const topCascades: Metric<"cascades"> = {
  id: "topCascades",
  unit: "proportion",
  good: null,
  needs: ["cascades"],
  name: { en: "Share of the largest cascades", ar: "حصة أكبر السلاسل" },
  explanation: {
    en: "Part of all shares of finished cascades that stands in the largest twentieth of them.",
    ar: "حصة أكبر جزء من عشرين من السلاسل المكتملة من مشاركاتها كلها.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades }, context) => ofMatureSizes(cascades, context, (sizes) => topShare(sizes, 0.05) ?? 0),
};
