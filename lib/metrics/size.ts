import type { Metric } from "./metric.ts";

export const size: Metric<"cascades"> = {
  id: "size",
  unit: "shares",
  good: "up",
  needs: ["cascades"],
  name: { en: "Shares", ar: "المشاركات" },
  explanation: {
    en: "All shares of the campaign, seeds included.",
    ar: "كل مشاركات الحملة، بما فيها البذور.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades: { cascades } }) =>
    cascades.length === 0
      ? { value: null, why: "empty" }
      : { value: cascades.reduce((sum, cascade) => sum + cascade.size, 0) },
};
