import type { Metric } from "./metric.ts";

export const dispersion: Metric<"offspring"> = {
  id: "dispersion",
  unit: "number",
  good: null,
  needs: ["offspring"],
  name: { en: "Dispersion", ar: "التشتت" },
  explanation: {
    en: "How evenly children are spread over mature shares, as the size parameter of a negative binomial: below 1 a few shares cause most of the spread; infinite where chance alone makes the differences.",
    ar: "مدى تساوي توزّع الفروع على المشاركات الناضجة، وهو معامل الحجم في توزيع ذي الحدين السالب: دون 1 تُحدث قلة من المشاركات معظم الانتشار؛ ولا نهائي إن كانت الفروق من الصدفة وحدها.",
  },
  reference: "Lloyd-Smith, Schreiber, Kopp, Getz 2005",
  compute: ({ offspring: { fit } }) => fit.dispersion,
};
