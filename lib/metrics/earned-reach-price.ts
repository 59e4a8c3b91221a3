import { earnedReachPriceOf } from "#lib/estimators/money.ts";
import type { Metric } from "./metric.ts";

export const earnedReachPrice: Metric<"cascades" | "spend"> = {
  id: "earnedReachPrice",
  unit: "money",
  good: "down",
  needs: ["cascades", "spend"],
  name: { en: "Price per sharer, earned ones included", ar: "سعر المشارك الواحد مع المكتسبين" },
  explanation: {
    en: "Spend over the people who have shared in the cascades of paid seeds so far, counted by cascade.",
    ar: "الإنفاق مقسومًا على من شاركوا في سلاسل البذور المدفوعة حتى الآن، محسوبًا بالسلسلة.",
  },
  reference: "Skok 2009",
  compute: ({ cascades: { cascades }, spend: { amount } }) => {
    if (amount === null) return { value: null, why: "empty" };
    const reached = new Map<number, { x: number; y: number }>();
    for (const { paid, seeder, sharers } of cascades) {
      if (!paid) continue;
      const sum = reached.get(seeder) ?? { x: 0, y: 0 };
      reached.set(seeder, { x: sum.x + 1, y: sum.y + sharers });
    }
    return earnedReachPriceOf(amount, [...reached.values()]).earned;
  },
};
