import { LINKS_UNKNOWN } from "#lib/domain/estimate.ts";
import type { Metric } from "./metric.ts";

export const maxBreadth: Metric<"cascades"> = {
  id: "maxBreadth",
  unit: "shares",
  good: "up",
  needs: ["cascades"],
  name: { en: "Widest generation", ar: "أوسع جيل" },
  explanation: {
    en: "Most shares in one generation of one cascade.",
    ar: "أكبر عدد من المشاركات في جيل واحد من سلسلة انتشار واحدة.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades: { cascades, linksUnknown } }) => {
    if (linksUnknown) return LINKS_UNKNOWN;
    return cascades.length === 0
      ? { value: null, why: "empty" }
      : { value: cascades.reduce((widest, cascade) => Math.max(widest, cascade.maxBreadth), 0) };
  },
};
