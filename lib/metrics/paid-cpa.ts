import { costPerAcquisition, treeConversions } from "#lib/estimators/money.ts";
import type { Metric } from "./metric.ts";

export const paidCpa: Metric<"forest" | "conversions" | "spend"> = {
  id: "paidCpa",
  unit: "money",
  good: "down",
  needs: ["forest", "conversions", "spend"],
  name: { en: "Paid-only cost per acquisition", ar: "تكلفة الاكتساب المدفوع" },
  explanation: {
    en: "Spend over the conversions through the own links of paid seeds so far, as if nobody had passed them on.",
    ar: "الإنفاق مقسومًا على التحويلات عبر روابط البذور المدفوعة نفسها حتى الآن، كأن أحدًا لم ينقلها.",
  },
  reference: "Skok 2009",
  compute: ({ forest, conversions, spend: { amount } }) => {
    if (amount === null) return { value: null, why: "empty" };
    const trees = treeConversions(forest, conversions, (root) => forest.paid[root] === 1);
    return costPerAcquisition(amount, trees).paidOnly.price;
  },
};
