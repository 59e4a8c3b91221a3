import { inputsOf } from "#lib/answers/answer.ts";
import type { AnswerInputs, InputsReader } from "#lib/answers/inputs.ts";
import type { Question } from "#lib/answers/question.ts";
import { type LagsInput, lagsInput } from "#lib/estimators/interval.ts";
import type { ForestInput } from "#lib/inputs/forest-input.ts";
import { selectCascades } from "./select-cascades.ts";

/** Whole cascades of a campaign, as of an instant. */
export interface ChosenCascades {
  readonly inputs: AnswerInputs;
  /** The cascades whose seed passes the question's filters. */
  readonly forest: ForestInput;
  readonly lags: LagsInput;
  readonly asOf: number;
  readonly horizon: number;
}

/** The cascades that a question chooses by their seed, as of the end of its period, or of the instant given. */
export function chosenCascades(
  read: InputsReader,
  question: Question,
  asOf: number = question.wholeAsOf,
): ChosenCascades {
  const { filters, horizon } = question;
  const inputs = inputsOf(read, question, asOf);
  const forest = selectCascades(inputs.forest, filters);
  // Those of the whole campaign are kept with it.
  const lags = forest === inputs.forest ? inputs.lags : lagsInput(forest, asOf, horizon);
  return { inputs, forest, lags, asOf, horizon };
}
