import { ATTRIBUTES, type CampaignEvent } from "#lib/domain/event.ts";
import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { drawWeighted } from "#lib/stats/draw.ts";
import type { Random } from "#lib/stats/random.ts";

/**
 * What is known about one person: each planned attribute with the chance of disclosure, like the person who
 * brought them with the chance of resemblance, else by the planned mix.
 *
 * @returns null when nothing is known
 */
export function drawAttributes(
  random: Random,
  plan: Pick<CampaignPlan, "attributes" | "disclosure" | "resemblance">,
  bringer: CampaignEvent["attributes"],
): CampaignEvent["attributes"] {
  const known: Partial<Record<(typeof ATTRIBUTES)[number], string>> = {};
  for (const attribute of ATTRIBUTES) {
    const mix = plan.attributes[attribute];
    if (mix === undefined || random.next() >= plan.disclosure) continue;
    const inherited = random.next() < plan.resemblance ? bringer?.[attribute] : undefined;
    known[attribute] = inherited ?? drawWeighted(random, mix).value;
  }
  return Object.keys(known).length === 0 ? null : known;
}
