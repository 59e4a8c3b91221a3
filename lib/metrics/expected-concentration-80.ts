import { expectedConcentration } from "#lib/estimators/concentration.ts";
import type { Metric } from "./metric.ts";

export const expectedConcentration80: Metric<"offspring"> = {
  id: "expectedConcentration80",
  unit: "proportion",
  good: null,
  needs: ["offspring"],
  name: { en: "Expected concentration", ar: "التركّز المتوقع" },
  explanation: {
    en: "Smallest part of the shares that would bring 80 % of the children under the law fitted to them. Beside the realised one it shows whether the law holds.",
    ar: "أصغر نسبة من المشاركات تأتي بـ 80 % من الفروع بحسب القانون الموفَّق عليها. ويُظهر إلى جانب التركّز الواقع ما إذا كان القانون صالحًا.",
  },
  reference: "Endo et al. 2020",
  compute: ({ offspring: { fit } }) => {
    const { reproduction, dispersion } = fit;
    if (reproduction.value === null) return reproduction;
    if (dispersion.value === null) return dispersion;
    if (reproduction.value === 0) return { value: null, why: "too-few" };
    const value = expectedConcentration(reproduction.value, dispersion.value).proportionFor80;
    return { value, ...(fit.isHeavier && { note: "heavier-tail" as const }) };
  },
};
