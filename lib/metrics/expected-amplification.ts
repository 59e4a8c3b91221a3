import { expectedAmplificationOf } from "#lib/estimators/amplification.ts";
import type { Metric } from "./metric.ts";

export const expectedAmplification: Metric<"lags"> = {
  id: "expectedAmplification",
  unit: "ratio",
  good: "up",
  needs: ["lags"],
  name: { en: "Expected amplification", ar: "التضخيم المتوقع" },
  explanation: {
    en: "Shares that a seed leads to in the long run, from K and the K of seeds. Infinite where K may be 1 or more: the loop sustains itself on these data.",
    ar: "عدد المشاركات التي تفضي إليها البذرة على المدى البعيد، من K ومن K للبذور. لا نهائي حين يحتمل أن يبلغ K الواحد: الدورة تكفي نفسها وفق هذه البيانات.",
  },
  reference: "Lloyd-Smith, Schreiber, Kopp, Getz 2005",
  compute: ({ lags }, { horizon }) => expectedAmplificationOf(lags, horizon),
};
