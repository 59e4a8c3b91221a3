import { analyse } from "#app/_server/analyse.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import type { Filter } from "#lib/query/query.ts";
import { analysisMoment } from "./analysis-moment.ts";

/** The shares that a filter by integrity needs to know, null where none of the filters is one. */
export async function markedCodesFor(
  scope: Scope<"campaigns.read">,
  { campaignId, filters }: { campaignId: number; filters: readonly Filter[] },
): Promise<MarkedCodes | null> {
  if (!filters.some(({ dimension }) => dimension === "integrity")) return null;
  return analyse(scope, "marked-codes", { campaignId, ...analysisMoment(), asked: "" });
}
