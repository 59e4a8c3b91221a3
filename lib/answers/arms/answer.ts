import type { Answer } from "#lib/answers/answer.ts";
import { type ChosenCascades, chosenCascades } from "#lib/answers/selection/chosen-cascades.ts";
import { isSeed } from "#lib/cascade/is-seed.ts";
import type { Experiment } from "#lib/domain/experiment.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { sampleRatioCheck } from "#lib/stats/sample-ratio.ts";
import type { ArmComparison, SplitCheck } from "./arm-comparison.ts";
import { MEASURES } from "./arm-source.ts";
import { type ArmsFrame, compareArms, type NamedSource } from "./compare-arms.ts";

/** Below this p a split is not as planned. */
const BROKEN = 0.001;

/** Whether a campaign's channels, and the variants of its test if it has one, differ. */
export interface ArmsAnswer {
  /** By K, and by whatever else the campaign records. */
  readonly channels: readonly ArmComparison[];
  readonly variants: readonly ArmComparison[];
  /** Null with fewer than two variants. */
  readonly split: SplitCheck | null;
}

/** The arms' answer: by the channel and by the variant of the seeds. */
export const armsAnswer: Answer<ArmsAnswer> = (read, question) => {
  const chosen = chosenCascades(read, question, question.asOf);
  const { experiment } = chosen.inputs;
  const variants = sourcesBy(chosen, ({ variants: of }, root) => of[root]);
  const frame = { ...chosen, zone: question.zone };
  return {
    channels: comparisons(
      sourcesBy(chosen, ({ channel, channels }, root) => channels[channel[root] ?? -1]),
      { ...frame, by: "channel", judgedOn: null },
    ),
    variants: comparisons(variants, { ...frame, by: "variant", judgedOn: experiment?.judgedOn ?? null }),
    split: variants.length < 2 ? null : splitOf(variants, experiment, chosen.asOf),
  };
};

function comparisons(sources: readonly NamedSource[], frame: Omit<ArmsFrame, "measure">): ArmComparison[] {
  return MEASURES.flatMap((measure) => compareArms(sources, { ...frame, measure }) ?? []);
}

/** Seeds by what stands on them; those on which nothing stands are in no arm. */
function sourcesBy(
  { forest, inputs, asOf }: ChosenCascades,
  nameOf: (forest: ForestInput, root: number) => string | null | undefined,
): NamedSource[] {
  const arms = new Map<string, number[]>();
  for (const root of forest.roots) {
    const name = nameOf(forest, root);
    if (name == null || !isSeed(forest, root) || (forest.at[root] ?? 0) > asOf) continue;
    const tops = arms.get(name) ?? [];
    arms.set(name, tops);
    tops.push(root);
  }
  return [...arms]
    .map(([name, tops]) => ({ name, tops, forest, inputs }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The unit that is dealt is the seed; never the share, which inherits the variant. */
function splitOf(variants: readonly NamedSource[], experiment: Experiment | null, asOf: number): SplitCheck {
  const weights = experiment?.split ?? {};
  const isPlanned = Object.keys(weights).length > 0;
  const arms = variants.map(({ name, tops, forest }) => {
    const seeds = tops.filter((top) => (forest.at[top] ?? 0) <= asOf).length;
    return { name, seeds, weight: isPlanned ? (Object.hasOwn(weights, name) ? (weights[name] ?? 0) : 0) : 1 };
  });
  const planned = arms.filter(({ weight }) => weight > 0);
  const { p } = sampleRatioCheck(
    planned.map(({ seeds }) => seeds),
    planned.map(({ weight }) => weight),
  );
  return { arms, p, isBroken: p !== null && p < BROKEN };
}
