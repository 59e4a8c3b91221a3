import { LINKS_UNKNOWN } from "#lib/domain/estimate.ts";
import type { Metric } from "./metric.ts";

export const meanDepth: Metric<"cascades"> = {
  id: "meanDepth",
  unit: "generations",
  good: "up",
  needs: ["cascades"],
  name: { en: "Mean depth", ar: "متوسط العمق" },
  explanation: {
    en: "Average distance of a share from its seed; the seed itself counts as 0.",
    ar: "متوسط بُعد المشاركة عن بذرتها؛ والبذرة نفسها تُحسب صفرًا.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades: { cascades, linksUnknown } }) => {
    if (linksUnknown) return LINKS_UNKNOWN;
    if (cascades.length === 0) return { value: null, why: "empty" };
    const shares = cascades.reduce((sum, cascade) => sum + cascade.size, 0);
    return { value: cascades.reduce((sum, cascade) => sum + cascade.sumDepth, 0) / shares };
  },
};
