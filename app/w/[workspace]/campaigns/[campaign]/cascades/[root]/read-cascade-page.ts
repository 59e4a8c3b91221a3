import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import { readCascade } from "#db/queries/cascades/read-cascade.ts";
import { NotFoundError } from "#lib/access/errors.ts";

/** The cascade that an address names, root still percent-encoded; answers 404 when there is none. */
export async function readCascadePage(params: { workspace: string; campaign: string; root: string }) {
  const scope = await currentScope(params.workspace, "campaigns.read");
  try {
    const root = decodeURIComponent(params.root);
    return { ...readCascade(scope, { campaignId: Number(params.campaign), root }), zone: scope.zone };
  } catch (error) {
    // URIError: an address that was never one of ours.
    if (error instanceof NotFoundError || error instanceof URIError) notFound();
    throw error;
  }
}
