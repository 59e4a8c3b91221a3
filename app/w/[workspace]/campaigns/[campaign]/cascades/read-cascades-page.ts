import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import { listCascades } from "#db/queries/cascades/list-cascades.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { CascadeFilter } from "#lib/cascade/cascade-sort.ts";

/** The list that an address names; answers 404 when there is no such campaign. */
export async function readCascadesPage(
  params: { workspace: string; campaign: string },
  filter: CascadeFilter,
) {
  const scope = await currentScope(params.workspace, "campaigns.read");
  try {
    const list = listCascades(scope, { ...filter, campaignId: Number(params.campaign) });
    return { list, zone: scope.zone };
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
