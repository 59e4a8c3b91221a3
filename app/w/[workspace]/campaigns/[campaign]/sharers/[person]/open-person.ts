import { notFound } from "next/navigation";
import { bindAsk } from "#app/_answers/ask.ts";
import { readQuestion } from "#app/_answers/read-question.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { isKnownPerson } from "#db/queries/persons/is-known-person.ts";

/** The person that an address names, id still percent-encoded, as a question; answers 404 when there is none. */
export async function openPerson(
  params: Promise<{ workspace: string; campaign: string; person: string }>,
  { page }: Record<string, string | string[] | undefined>,
) {
  const current = await currentCampaign(params);
  const { scope, campaign } = current;
  const person = decoded((await params).person);
  if (!isKnownPerson(scope, { campaignId: campaign.id, person })) notFound();
  const address = new URLSearchParams({ person, ...(typeof page === "string" ? { page } : {}) });
  const { question } = readQuestion(scope, campaign, address);
  if (question === null) notFound();
  return { ...current, ask: bindAsk(scope, question) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address that was never one of ours.
    notFound();
  }
}
