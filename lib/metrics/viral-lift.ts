import { costPerAcquisition, treeConversions } from "#lib/estimators/money.ts";
import type { Metric } from "./metric.ts";

export const viralLift: Metric<"forest" | "conversions" | "spend"> = {
  id: "viralLift",
  unit: "proportion",
  good: "up",
  needs: ["forest", "conversions", "spend"],
  name: { en: "Viral lift", ar: "الرفع الانتشاري" },
  explanation: {
    en: "Part of the paid-only cost per acquisition that sharing saved: 1 minus the effective cost over it.",
    ar: "الجزء الذي وفّرته المشاركة من تكلفة الاكتساب المدفوع: واحد ناقص التكلفة الفعلية مقسومة عليها.",
  },
  reference: "Skok 2009",
  compute: ({ forest, conversions, spend: { amount } }) => {
    if (amount === null) return { value: null, why: "empty" };
    const trees = treeConversions(forest, conversions, (root) => forest.paid[root] === 1);
    const { effective, viralLift: value } = costPerAcquisition(amount, trees);
    if (value !== null) return { value };
    return { value: null, why: effective.price.value === null ? effective.price.why : "too-few" };
  },
};
