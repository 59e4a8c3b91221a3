import { earnedReachPriceOf } from "#lib/estimators/money.ts";
import type { Metric } from "./metric.ts";

export const earnedReachPrice: Metric<"cascades" | "spend"> = {
  id: "earnedReachPrice",
  unit: "money",
  good: "down",
  needs: ["cascades", "spend"],
  name: { en: "Price of a person reached", ar: "سعر الشخص الواصل" },
  explanation: {
    en: "Spend over the paid seeds and the people they brought so far, counted by cascade.",
    ar: "الإنفاق مقسومًا على البذور المدفوعة والأشخاص الذين جلبتهم حتى الآن، محسوبًا بالسلسلة.",
  },
  reference: "Skok 2009",
  compute: ({ cascades: { cascades }, spend: { amount } }) => {
    if (amount === null) return { value: null, why: "empty" };
    return earnedReachPriceOf(
      amount,
      cascades.filter(({ paid }) => paid).map(({ sharers }) => sharers),
    ).earned;
  },
};
