import { LINKS_UNKNOWN } from "#lib/domain/estimate.ts";
import type { Metric } from "./metric.ts";

export const depth: Metric<"cascades"> = {
  id: "depth",
  unit: "generations",
  good: "up",
  needs: ["cascades"],
  name: { en: "Depth", ar: "العمق" },
  explanation: {
    en: "Generations between a seed and the share furthest from it.",
    ar: "عدد الأجيال بين البذرة وأبعد مشاركة عنها.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades: { cascades, linksUnknown } }) => {
    if (linksUnknown) return LINKS_UNKNOWN;
    return cascades.length === 0
      ? { value: null, why: "empty" }
      : { value: cascades.reduce((deepest, cascade) => Math.max(deepest, cascade.depth), 0) };
  },
};
