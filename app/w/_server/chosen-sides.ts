import type { InputsQuestion } from "#app/_analysis/campaign-inputs.ts";
import { analyse } from "#app/_server/analyse.ts";
import { listCampaignNames } from "#db/queries/campaigns/list-campaign-names.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { SideChoice } from "#lib/answers/compare/compared-side.ts";
import { parseSide } from "#lib/answers/compare/parse-side.ts";

/**
 * What an address lays side by side, and what there is to choose from; a branch that was typed goes before what was
 * chosen. Unless it says, the campaign stands beside another one, or beside its own busiest channel.
 */
export async function chosenSides(
  scope: Scope<"campaigns.read">,
  question: InputsQuestion,
  address: URLSearchParams,
): Promise<{
  first: SideChoice;
  second: SideChoice;
  campaigns: ReturnType<typeof listCampaignNames>;
  channels: string[];
}> {
  const campaigns = listCampaignNames(scope);
  const facets = await analyse(scope, "facets", question);
  const channels = (facets.channel ?? []).map(({ value }) => value);
  const { campaignId } = question;
  const other = campaigns.find(({ id }) => id !== campaignId);
  const beside: SideChoice =
    other === undefined
      ? { kind: "channel", channel: channels[0] ?? "" }
      : { kind: "campaign", campaignId: other.id };
  return {
    first: sideIn(address, "a") ?? { kind: "campaign", campaignId },
    second: sideIn(address, "b") ?? beside,
    ...{ campaigns, channels },
  };
}

function sideIn(address: URLSearchParams, name: "a" | "b"): SideChoice | null {
  const code = address.get(`${name}-branch`)?.trim() ?? "";
  return code === "" ? parseSide(address.get(name)) : { kind: "branch", code };
}
