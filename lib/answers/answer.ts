import { NotFoundError } from "#lib/access/errors.ts";
import type { AnswerInputs, InputsReader } from "./inputs.ts";
import type { Question } from "./question.ts";
import { selectActivity } from "./selection/select-activity.ts";
import type { Selection } from "./selection/selection.ts";

/** One answer to a question, worked out from what the reader brings. Pure: equal inputs give equal answers. */
export type Answer<A> = (read: InputsReader, question: Question) => A;

/** An answer, and the same of what the question compares with; null where there is nothing to compare. */
export interface Compared<A> {
  /** As of when it was worked out, UTC milliseconds. */
  readonly asOf: number;
  readonly now: A;
  readonly before: A | null;
}

/**
 * The campaign that a question is about, as of an instant.
 * @throws NotFoundError when the workspace has no such campaign
 */
export function inputsOf(read: InputsReader, question: Question, asOf: number): AnswerInputs {
  const inputs = read.campaign(question.campaignId, { asOf, horizon: question.horizon });
  if (inputs === null) throw new NotFoundError("campaign");
  return inputs;
}

/** Makes an answer of one that looks at the question's stretch of time and shares. */
export function overPeriod<A>(
  compute: (selection: Selection, question: Question, inputs: AnswerInputs) => A,
): Answer<A> {
  return (read, question) => {
    const inputs = inputsOf(read, question, question.asOf);
    return compute(selectActivity(inputs, question), question, inputs);
  };
}

/**
 * The same, beside the stretch that the question compares with. An earlier stretch is looked at as it stood when as
 * much time had passed since it as now since this one.
 */
export function compared<A>(
  compute: (selection: Selection, question: Question, inputs: AnswerInputs) => A,
): Answer<Compared<A>> {
  const now = overPeriod(compute);
  return (read, question) => {
    const { before, asOf } = question;
    const answer = { asOf, now: now(read, question) };
    if (before === null) return { ...answer, before: null };
    const asked = { ...question, from: before.from, to: before.to, asOf: asOfBefore(question) };
    // One reading serves both: what happened after the earlier instant is not looked at.
    const inputs = inputsOf(
      read,
      { ...question, campaignId: before.campaignId ?? question.campaignId },
      asOf,
    );
    return { ...answer, before: compute(selectActivity(inputs, asked), asked, inputs) };
  };
}

/** As of when what is compared with is looked at: with the same time passed since its end. */
export function asOfBefore({ asOf, to, before }: Pick<Question, "asOf" | "to" | "before">): number {
  return before === null ? asOf : Math.min(asOf, before.to + Math.max(0, asOf - to));
}
