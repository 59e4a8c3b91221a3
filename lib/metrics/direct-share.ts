import { LINKS_UNKNOWN } from "#lib/domain/estimate.ts";
import type { Metric } from "./metric.ts";

export const directShare: Metric<"cascades"> = {
  id: "directShare",
  unit: "proportion",
  good: null,
  needs: ["cascades"],
  name: { en: "Direct share", ar: "الحصة المباشرة" },
  explanation: {
    en: "Shares that came straight from a seed, over all shares but the seeds.",
    ar: "المشاركات التي جاءت مباشرة من بذرة، من جملة المشاركات عدا البذور.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades: { cascades, linksUnknown } }) => {
    if (linksUnknown) return LINKS_UNKNOWN;
    const below = cascades.reduce((sum, cascade) => sum + cascade.size - Number(cascade.seeded), 0);
    const direct = cascades.reduce((sum, cascade) => sum + (cascade.seeded ? cascade.seedChildren : 0), 0);
    return below === 0 ? { value: null, why: "empty" } : { value: direct / below };
  },
};
