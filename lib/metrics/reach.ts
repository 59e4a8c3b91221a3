import type { Metric } from "./metric.ts";

export const reach: Metric<"cascades"> = {
  id: "reach",
  unit: "persons",
  good: "up",
  needs: ["cascades"],
  name: { en: "Reach", ar: "الوصول" },
  explanation: {
    en: "Distinct people who shared.",
    ar: "عدد الأشخاص المختلفين الذين شاركوا.",
  },
  reference: "Bakshy, Hofman, Mason, Watts 2011",
  compute: ({ cascades: { cascades, reach: persons } }) =>
    cascades.length === 0 ? { value: null, why: "empty" } : { value: persons },
};
