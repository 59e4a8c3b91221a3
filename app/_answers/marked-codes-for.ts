import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import type { Filter } from "#lib/query/query.ts";
import type { Ask } from "./ask.ts";

/** The shares that a filter by integrity needs to know, null where none of the filters is one. */
export async function markedCodesFor(filters: readonly Filter[], ask: Ask): Promise<MarkedCodes | null> {
  return filters.some(({ dimension }) => dimension === "integrity") ? await ask("marked-codes") : null;
}
