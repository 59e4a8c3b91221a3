import type { CampaignEvent } from "#lib/domain/event.ts";
import type { Evidence } from "#lib/domain/evidence.ts";

/** What a share's own word for who brought its person is worth. */
export function statedEvidence({ verified }: Pick<CampaignEvent, "verified">): Evidence {
  return verified ? "stated" : "unverified";
}
