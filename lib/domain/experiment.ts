import { z } from "zod";

const PART = /^(.{1,100}):\s*(\d{1,9}(?:\.\d{1,6})?)\s*%?$/;

/** What a team laid down of the comparison of its variants before it began. */
export interface Experiment {
  /** The one day on which the variants are compared, as YYYY-MM-DD; null where none was set: it may be looked at daily. */
  readonly judgedOn: string | null;
  /** How the seeds were to be split: the weight of each variant; of equal weight where there is none. */
  readonly split: Readonly<Record<string, number>>;
}

export const EXPERIMENT_FIELDS = ["judgedOn", "split"] as const;
export type ExperimentField = (typeof EXPERIMENT_FIELDS)[number];

/** How many variants a split may name. */
const MOST_VARIANTS = 20;

/** What a form says of a comparison: a day or nothing, and `A: 50, B: 50` or nothing. */
export const ExperimentInput = z.object({
  judgedOn: z
    .string()
    .trim()
    .pipe(z.union([z.literal("").transform(() => null), z.iso.date("day")])),
  split: z
    .string()
    .trim()
    .max(1000, "long")
    .transform((text, context) => {
      const split = splitOf(text);
      if (split !== null) return split;
      context.addIssue({ code: "custom", message: "split" });
      return z.NEVER;
    }),
});
export type ExperimentInput = z.infer<typeof ExperimentInput>;

/** A split as the form has it. */
export function splitText(split: Experiment["split"]): string {
  return Object.entries(split)
    .map(([name, weight]) => `${name}: ${weight}`)
    .join(", ");
}

/** Weights by variant; null for a text that is no split: one variant alone, one named twice, a weight of nothing. */
function splitOf(text: string): Experiment["split"] | null {
  if (text === "") return {};
  const parts = text.split(/[,،\n]/).map((part) => PART.exec(part.trim()));
  const weights = new Map<string, number>();
  for (const part of parts) {
    const [name, weight] = [part?.[1]?.trim() ?? "", Number(part?.[2] ?? 0)];
    if (name === "" || !(weight > 0) || !Number.isFinite(weight) || weights.has(name)) return null;
    weights.set(name, weight);
  }
  return weights.size < 2 || weights.size > MOST_VARIANTS ? null : Object.fromEntries(weights);
}
