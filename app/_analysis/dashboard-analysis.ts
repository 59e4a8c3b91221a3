import type { Scope } from "#lib/access/scope.ts";
import { selectActivity } from "#lib/answers/selection/select-activity.ts";
import type { Selection } from "#lib/answers/selection/selection.ts";
import type { Frame } from "#lib/query/resolve-query.ts";
import { campaignInputs, type InputsQuestion } from "./campaign-inputs.ts";

/** What a dashboard asks of a campaign: a stretch of its life and some of its shares, and what to lay beside it. */
export interface DashboardQuestion extends InputsQuestion, Frame {}

/** The answer, and the same of what the question compares with; null where there is nothing to compare. */
export interface Compared<A> {
  /** As of when it was worked out, UTC milliseconds. */
  readonly asOf: number;
  readonly now: A;
  readonly before: A | null;
}

/**
 * Makes an analysis of one that looks at a selection: the stretch asked about, then the one to compare with. An
 * earlier stretch is looked at as it stood when as much time had passed since it as now since this one.
 */
export function dashboardAnalysis<A, Q extends DashboardQuestion>(
  compute: (selection: Selection, question: Q) => A,
): (scope: Scope<"campaigns.read">, question: Q) => Compared<A> {
  return (scope, question) => {
    const { before, campaignId, asOf, horizon } = question;
    const answerOf = (of: number, span: { from: number; to: number; asOf: number }) => {
      // One reading serves both: what happened after `span.asOf` is not looked at.
      const inputs = campaignInputs(scope, { campaignId: of, asOf, horizon });
      const asked = { ...span, horizon, filters: question.filters };
      return compute(selectActivity(inputs, asked), { ...question, ...span });
    };
    return {
      asOf,
      now: answerOf(campaignId, { from: question.from, to: question.to, asOf }),
      before:
        before === null
          ? null
          : answerOf(before.campaignId ?? campaignId, {
              ...{ from: before.from, to: before.to, asOf: asOfBefore(question) },
            }),
    };
  };
}

function asOfBefore({ asOf, to, before }: DashboardQuestion): number {
  return before === null ? asOf : Math.min(asOf, before.to + Math.max(0, asOf - to));
}
