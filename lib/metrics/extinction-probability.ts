import { reproductionNumber } from "#lib/estimators/k.ts";
import { extinctionProbability as extinctionOf } from "#lib/stats/branching.ts";
import type { Metric } from "./metric.ts";

export const extinctionProbability: Metric<"lags" | "offspring"> = {
  id: "extinctionProbability",
  unit: "probability",
  good: "down",
  needs: ["lags", "offspring"],
  name: { en: "Chance of dying out", ar: "احتمال الانطفاء" },
  explanation: {
    en: "Probability that what starts from one share ends by itself, if children go on to be spread as they were. Exactly 1 for a K of at most 1.",
    ar: "احتمال أن ينتهي من تلقاء نفسه ما بدأ من مشاركة واحدة، إن ظلت الفروع تتوزع كما كانت. وهو 1 تمامًا حين لا يتجاوز K الواحد.",
  },
  reference: "Lloyd-Smith, Schreiber, Kopp, Getz 2005",
  compute: ({ lags: { sharers, interval }, offspring: { fit } }, { horizon }) => {
    const { estimate } = reproductionNumber(sharers, horizon, interval.cdf);
    if (estimate.value === null) return estimate;
    if (estimate.within !== undefined) return { value: null, why: "too-early" };
    const { dispersion } = fit;
    // Without a child there is no dispersion, nor need of one: a mean of 0 always ends.
    if (dispersion.value === null && estimate.value > 0) return dispersion;
    const at = (mean: number) =>
      extinctionOf({ mean, dispersion: dispersion.value ?? Number.POSITIVE_INFINITY });
    const { value, low, high } = estimate;
    const note = fit.isHeavier ? "heavier-tail" : estimate.note;
    return {
      value: at(value),
      ...(low === undefined || high === undefined ? {} : { low: at(high), high: at(low) }),
      ...(note && { note }),
    };
  },
};
