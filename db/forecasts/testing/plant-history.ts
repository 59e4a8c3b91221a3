import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import type { OfCampaign } from "#lib/estimators/forecast/past-campaigns.ts";
import { LAW, simulateCampaigns } from "#lib/estimators/forecast/testing/campaigns.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";

const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", audience: "", goal: "" };
const CASCADES = 20;

/** Four simulated campaigns of twenty cascades: three that are over, the last one begun at `startedAt`. */
export function plantHistory(scope: Scope<Permission>, startedAt: number): void {
  simulateCampaigns(seededRandom(5), 4, CASCADES, LAW).forEach((cascades, i) => {
    const input = CampaignInput.parse({ ...EMPTY, name: `Campaign ${i}`, tool: "app", currency: "SAR" });
    createCampaign(scope, { input, now: 0 });
    const first = i === 3 ? startedAt : startedAt - (40 - 7 * i) * DAY;
    addEvents(
      scope,
      i + 1,
      cascades.flatMap((cascade, place) => eventsOf(cascade, place, first)),
    );
  });
}

function eventsOf({ id, times, parent }: OfCampaign, place: number, first: number) {
  const codeOf = (share: number) => `${id}-${share}`;
  return Array.from(times, (at, share) => ({
    id: codeOf(share),
    kind: "share" as const,
    code: codeOf(share),
    via: share === 0 ? null : codeOf(parent[share] ?? 0),
    person: codeOf(share),
    channel: "x",
    occurredAt: Math.round(first + place * 60_000 + at),
  }));
}
