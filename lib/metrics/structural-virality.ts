import { bootstrapMedian } from "#lib/stats/bootstrap-median.ts";
import { seededRandom } from "#lib/stats/random.ts";
import type { Metric } from "./metric.ts";

/** Fixed, so that equal cascades give equal intervals. */
const SEED = 1;

export const structuralVirality: Metric<"cascades"> = {
  id: "structuralVirality",
  unit: "hops",
  good: null,
  needs: ["cascades"],
  name: { en: "Structural virality", ar: "الانتشار البنيوي" },
  explanation: {
    en: "Mean distance between two shares of a cascade; the median over cascades of two shares or more. Near 2: one broadcast. Larger: chains from person to person.",
    ar: "متوسط المسافة بين مشاركتين في سلسلة الانتشار؛ وسيط السلاسل التي فيها مشاركتان فأكثر. قرب 2: بث واحد. أكبر من ذلك: سلاسل من شخص إلى شخص.",
  },
  reference: "Goel, Anderson, Hofman, Watts 2016",
  compute: ({ cascades: { cascades } }) => {
    // The provisional tree of an orphan is a piece of another one.
    const values = cascades
      .flatMap(({ seeded, structuralVirality: mean }) => (seeded ? (mean ?? []) : []))
      .sort((a, b) => a - b);
    if (values.length === 0) return { value: null, why: cascades.length === 0 ? "empty" : "too-few" };
    // A census of one cascade leaves nothing to doubt; a group is a sample of cascades.
    return values.length === 1 ? { value: values[0] ?? 0 } : bootstrapMedian(values, seededRandom(SEED));
  },
};
