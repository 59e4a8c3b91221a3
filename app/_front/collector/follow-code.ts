import type { RequestHead } from "#app/_front/request-head.ts";
import { judgeCode } from "#db/codes/judge-code.ts";
import type { Destination } from "#db/intake/find-destination.ts";
import type { IngestScope } from "#lib/access/ingest-scope.ts";
import { followedCodes } from "#lib/collect/followed-code.ts";
import { STEM_LENGTH } from "#lib/collect/page-protocol.ts";
import type { CollectorContext } from "./context.ts";

/** Where a link leads. */
export interface Followed {
  readonly scope: IngestScope;
  readonly code: string;
  readonly found: Destination;
  /** Whether the code bears our signature. */
  readonly verified: boolean;
  /** The query that the link was followed with, as it was written. */
  readonly incoming: string;
}

/** A link that leads nowhere. */
export interface NoCode {
  readonly found: null;
  /** The campaign that its code claims to be of. */
  readonly scope: IngestScope | null;
  /** For how many codes it was looked at. */
  readonly tried: number;
}

/**
 * What a request under `/s/` follows. Of the codes that its path may mean the first that bears our signature, or that
 * a link or a share bears, is the one; else one without a signature, which a browser may have made.
 */
export function followCode(
  context: CollectorContext,
  head: Pick<RequestHead, "path" | "target">,
): Followed | NoCode {
  let unsigned: Followed | null = null;
  let claimed: IngestScope | null = null;
  const meant = followedCodes(head);
  for (const { code, incoming } of meant) {
    const scope = context.openScope({ stem: code.slice(0, STEM_LENGTH) });
    if (scope === null) continue;
    const judgement = judgeCode(code, scope.collection);
    const found = destination(context, scope, code);
    if (judgement === "forged" && !found.known) {
      claimed ??= scope;
      continue;
    }
    const followed = { scope, code, found, verified: judgement === "signed", incoming };
    if (followed.verified || found.known) return followed;
    unsigned ??= followed;
  }
  return unsigned ?? { found: null, scope: claimed, tried: Math.max(1, meant.length) };
}

/** A database that cannot be read must not keep people from the campaign's page. */
function destination(context: CollectorContext, scope: IngestScope, code: string): Destination {
  try {
    return context.destinationOf(scope, code);
  } catch {
    return { targetUrl: scope.collection.targetUrl, utm: {}, isPaused: false, known: false };
  }
}
