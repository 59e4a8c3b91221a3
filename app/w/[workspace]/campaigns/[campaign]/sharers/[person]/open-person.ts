import { notFound } from "next/navigation";
import { analysisMoment } from "#app/w/_server/analysis-moment.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { isKnownPerson } from "#db/queries/persons/is-known-person.ts";

/** The person that an address names, id still percent-encoded, as a question; answers 404 when there is none. */
export async function openPerson(
  params: Promise<{ workspace: string; campaign: string; person: string }>,
  { page }: Record<string, string | string[] | undefined>,
) {
  const current = await currentCampaign(params);
  const of = { campaignId: current.campaign.id, person: decoded((await params).person) };
  if (!isKnownPerson(current.scope, of)) notFound();
  const wanted = typeof page === "string" && /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1;
  return { ...current, question: { ...analysisMoment(), ...of, rule: "equal" as const, page: wanted } };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address that was never one of ours.
    notFound();
  }
}
