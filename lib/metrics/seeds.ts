import type { Metric } from "./metric.ts";

export const seeds: Metric<"cascades"> = {
  id: "seeds",
  unit: "shares",
  good: null,
  needs: ["cascades"],
  name: { en: "Seeds", ar: "البذور" },
  explanation: {
    en: "Shares without a parent: links that were handed out, or shares by somebody whom no link brought.",
    ar: "مشاركات بلا أصل: روابط وُزِّعت، أو مشاركات ممن لم يأتِ عبر أي رابط.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades: { cascades } }) =>
    cascades.length === 0
      ? { value: null, why: "empty" }
      : { value: cascades.filter((cascade) => cascade.seeded).length },
};
