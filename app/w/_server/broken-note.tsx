import { requestTranslate } from "#app/_server/request-translate.ts";
import { BrokenCampaigns } from "#components/imports/broken-imports.tsx";
import { listBrokenImports } from "#db/queries/imports/list-broken-imports.ts";
import type { Scope } from "#lib/access/scope.ts";

/** Stands above a list of campaigns: those of which a file broke off. */
export async function BrokenNote(props: {
  scope: Scope<"campaigns.read">;
  campaigns: readonly { readonly id: number; readonly name: string }[];
  /** Path of the workspace. */
  home: string;
}) {
  const broken = new Set(listBrokenImports(props.scope, {}).map(({ campaignId }) => campaignId));
  const campaigns = props.campaigns.filter(({ id }) => broken.has(id));
  return <BrokenCampaigns campaigns={campaigns} home={props.home} t={await requestTranslate()} />;
}
