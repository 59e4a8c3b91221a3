import { notFound } from "next/navigation";
import type { PersonAnswer } from "#app/_analysis/analyse-person.ts";
import { analyse } from "#app/_server/analyse.ts";
import { analysisMoment } from "#app/w/_server/analysis-moment.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";

/** The person that an address names, id still percent-encoded; answers 404 when there is none. */
export async function readPersonPage(
  params: Promise<{ workspace: string; campaign: string; person: string }>,
  { page }: Record<string, string | string[] | undefined>,
) {
  const current = await currentCampaign(params);
  const answer: PersonAnswer | null = await analyse(current.scope, "person", {
    ...analysisMoment(),
    campaignId: current.campaign.id,
    rule: "equal",
    person: decoded((await params).person),
    page: typeof page === "string" && /^[1-9]\d{0,6}$/.test(page) ? Number(page) : 1,
  });
  if (answer === null) notFound();
  return { ...current, answer };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An address that was never one of ours.
    notFound();
  }
}
