import { topShare } from "#lib/stats/top-share.ts";
import type { Metric } from "./metric.ts";
import { matureSizes } from "./money/mature-sizes.ts";
import { LEAST_CASCADES } from "./shape/size-distribution.ts";

export const topCascades: Metric<"cascades"> = {
  id: "topCascades",
  unit: "share",
  good: null,
  needs: ["cascades"],
  name: { en: "Share of the largest cascades", ar: "حصة أكبر السلاسل" },
  explanation: {
    en: "Part of all shares of finished cascades that stands in the largest twentieth of them.",
    ar: "حصة أكبر جزء من عشرين من السلاسل المكتملة من مشاركاتها كلها.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades: { cascades } }, context) => {
    if (cascades.length === 0) return { value: null, why: "empty" };
    const { mature, growing } = matureSizes(cascades, context);
    if (mature.length < LEAST_CASCADES)
      return { value: null, why: growing.length > 0 ? "censored" : "too-few" };
    return { value: topShare(mature, 0.05) ?? 0 };
  },
};
