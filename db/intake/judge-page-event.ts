import { type CodeKeys, judgeCode } from "#db/codes/judge-code.ts";
import type { CollectionGrant } from "#lib/access/ingest-scope.ts";
import { codeShape } from "#lib/collect/code-shape.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { IntakeItem } from "./intake.ts";

/** Before the ids of pages, so that none of them can take the place of a server's event; a redirect's visits are a page's, too. */
export const PAGE_PREFIX = "web:";

/**
 * An event that a page reports, verified as far as its codes bear our signature. A wrong signature is refused, and so
 * is a share under a code that is not of this campaign's making: those of servers and files are not for a page to take;
 * and a conversion where the campaign hears of them from its servers alone.
 */
export function judgePageEvent(
  collection: CodeKeys & Pick<CollectionGrant, "goalFrom">,
  event: CampaignEvent,
): IntakeItem {
  const id = `${PAGE_PREFIX}${event.id}`;
  if (event.kind === "conversion" && collection.goalFrom === "server")
    return { refusal: "server-only", field: "kind", id };
  // A page can claim any person: what it says of a visit must not decide whose child a share is that others report.
  let verified = event.kind !== "visit";
  for (const field of ["code", "via"] as const) {
    const code = event[field];
    if (code === null) continue;
    const judgement = judgeCode(code, collection);
    if (judgement === "forged") return { refusal: "forged-code", field, id };
    if (judgement === "foreign" || (field === "code" && codeShape(code) === "other"))
      return { refusal: "foreign-code", field, id };
    verified &&= judgement === "signed";
  }
  return { event: { ...event, id, seedKind: null, verified } };
}
