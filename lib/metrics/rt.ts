import { currentRt } from "#lib/estimators/rt.ts";
import type { Metric } from "./metric.ts";

export const rt: Metric<"forest" | "lags"> = {
  id: "rt",
  unit: "children",
  good: "up",
  needs: ["forest", "lags"],
  name: { en: "R now", ar: "R الآن" },
  explanation: {
    en: "Children per share at the pace of the latest window of time, given how long children take. Above 1 the spread is growing. The interval is widened by the spread between windows.",
    ar: "عدد الفروع لكل مشاركة بحسب وتيرة أحدث فترة، مع مراعاة ما تستغرقه الفروع من وقت. فوق 1 الانتشار يتسارع. والمجال موسَّع بقدر التفاوت بين الفترات.",
  },
  reference: "Cori, Ferguson, Fraser, Cauchemez 2013",
  compute: ({ forest, lags: { interval } }, { asOf, horizon }) => {
    const series = currentRt(forest, asOf, { lagCdf: interval.cdf, horizon });
    const posterior = series.windows.at(-1)?.posterior ?? null;
    if (posterior === null) return { value: null, why: "empty" };
    if (posterior.tooFew) return { value: null, why: "too-few" };
    const { mean: value, low, high, grey } = posterior;
    return { value, low, high, ...(grey && { note: "imprecise" }) };
  },
};
