import { LINKS_UNKNOWN } from "#lib/domain/estimate.ts";
import { currentRt, rtEstimate } from "#lib/estimators/current-rt.ts";
import type { Metric } from "./metric.ts";

export const rt: Metric<"forest" | "lags" | "zone"> = {
  id: "rt",
  unit: "children",
  good: "up",
  needs: ["forest", "lags", "zone"],
  name: { en: "R now", ar: "R الآن" },
  explanation: {
    en: "Children per share at the pace of the latest six hours, or of the latest whole day from two days on, given how long children take. Above 1 the spread is growing. The interval is widened by the spread between windows and between cascades.",
    ar: "عدد الفروع لكل مشاركة بحسب وتيرة آخر ست ساعات، أو آخر يوم كامل بعد اليومين الأولين، مع مراعاة ما تستغرقه الفروع من وقت. فوق 1 الانتشار يتسارع. والمجال موسَّع بقدر التفاوت بين الفترات وبين السلاسل.",
  },
  reference: "Cori, Ferguson, Fraser, Cauchemez 2013",
  compute: ({ forest, lags: { interval, sharers }, zone }, { asOf, horizon, completeUntil = asOf }) =>
    sharers.linksUnknown
      ? LINKS_UNKNOWN
      : rtEstimate(currentRt(forest, completeUntil, { asOf, horizon, zone, interval }), horizon),
};
