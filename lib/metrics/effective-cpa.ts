import { costPerAcquisition, treeConversions } from "#lib/estimators/money.ts";
import type { Metric } from "./metric.ts";

export const effectiveCpa: Metric<"forest" | "conversions" | "spend"> = {
  id: "effectiveCpa",
  unit: "money",
  good: "down",
  needs: ["forest", "conversions", "spend"],
  name: { en: "Effective cost per acquisition", ar: "التكلفة الفعلية للاكتساب" },
  explanation: {
    en: "Spend over all conversions in the cascades of paid seeds so far.",
    ar: "الإنفاق مقسومًا على كل التحويلات في سلاسل البذور المدفوعة حتى الآن.",
  },
  reference: "Skok 2009",
  compute: ({ forest, conversions, spend: { amount } }) => {
    if (amount === null) return { value: null, why: "empty" };
    const trees = treeConversions(forest, conversions, (root) => forest.paid[root] === 1);
    return costPerAcquisition(amount, trees).effective.price;
  },
};
