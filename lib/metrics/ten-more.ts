import { reproductionNumber } from "#lib/estimators/k.ts";
import { moreShares } from "#lib/estimators/offspring-fit.ts";
import type { Metric } from "./metric.ts";

const MORE = 10;

export const tenMore: Metric<"lags" | "offspring"> = {
  id: "tenMore",
  unit: "probability",
  good: "up",
  needs: ["lags", "offspring"],
  name: { en: "Chance of ten more", ar: "احتمال عشر أخرى" },
  explanation: {
    en: "Probability that one share leads to at least ten further ones, all generations together, averaged over what is uncertain about K.",
    ar: "احتمال أن تفضي مشاركة واحدة إلى عشر أخرى على الأقل في كل الأجيال معًا، بمتوسط ما ليس مؤكدًا من K.",
  },
  reference: "Dwass 1969",
  compute: ({ lags: { sharers, interval }, offspring: { fit } }, { horizon }) => {
    const { estimate: k } = reproductionNumber(sharers, horizon, interval.cdf);
    if (k.value === null) return k;
    if (k.within !== undefined) return { value: null, why: "too-early" };
    if (fit.dispersion.value === null) return fit.dispersion;
    return moreShares(MORE, {
      ...{ seeds: 1, k },
      fit: { isHeavier: fit.isHeavier, dispersion: fit.dispersion.value },
    });
  },
};
