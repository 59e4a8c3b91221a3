import { concentrationProportion } from "#lib/stats/concentration.ts";
import type { Metric } from "./metric.ts";

export const concentration80: Metric<"offspring"> = {
  id: "concentration80",
  unit: "proportion",
  good: null,
  needs: ["offspring"],
  name: { en: "Concentration", ar: "التركّز" },
  explanation: {
    en: "Smallest part of the mature shares that brings 80 % of the children.",
    ar: "أصغر نسبة من المشاركات الناضجة تأتي بـ 80 % من الفروع.",
  },
  reference: "Endo et al. 2020",
  compute: ({ offspring: { mature, fit } }) => {
    const proportion = concentrationProportion(mature, 0.8);
    if (proportion !== null) return { value: proportion };
    if (fit.dispersion.note === "links-unknown") return fit.dispersion;
    if (mature.size > 0) return { value: null, why: "too-few", note: "no-children" };
    return { value: null, why: fit.shares > 0 ? "censored" : "empty" };
  },
};
