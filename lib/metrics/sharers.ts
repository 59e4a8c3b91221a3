import type { Metric } from "./metric.ts";

export const sharers: Metric<"cascades"> = {
  id: "sharers",
  unit: "persons",
  good: "up",
  needs: ["cascades"],
  name: { en: "Sharers", ar: "المشاركون" },
  explanation: {
    en: "Distinct people who shared.",
    ar: "عدد الأشخاص المختلفين الذين شاركوا.",
  },
  reference: "Bakshy, Hofman, Mason, Watts 2011",
  compute: ({ cascades: { cascades, sharers: persons } }) =>
    cascades.length === 0 ? { value: null, why: "empty" } : { value: persons },
};
