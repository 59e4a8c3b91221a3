import type { Scope } from "#lib/access/scope.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import type { Filter } from "#lib/query/query.ts";
import { bindAsk } from "./ask.ts";
import { readQuestion } from "./read-question.ts";

/** The shares that a filter by integrity needs to know, as of now; null where none of the filters is one. */
export async function markedCodesFor(
  scope: Scope<"campaigns.read">,
  { campaignId, filters }: { readonly campaignId: number; readonly filters: readonly Filter[] },
): Promise<MarkedCodes | null> {
  if (!filters.some(({ dimension }) => dimension === "integrity")) return null;
  const { question } = readQuestion(scope, { id: campaignId }, new URLSearchParams());
  return question === null ? null : await bindAsk(scope, question)("marked-codes");
}
