import { eventStoreOf } from "#db/event-store-of.ts";
import { databaseOf } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";

type Said = Partial<CampaignEvent> & Pick<CampaignEvent, "kind" | "person" | "occurredAt">;

/** Journals and folds events of which a test says only what it is about. */
export function addEvents(scope: Scope<Permission>, campaignId: number, events: readonly Said[]): void {
  const whole = events.map(
    (event, index): CampaignEvent => ({
      ...BLANK_EVENT,
      id: `e${index}`,
      ...event,
    }),
  );
  const key = { workspaceId: scope.workspaceId, campaignId };
  const delivery = { source: "test", importId: null, receivedAt: 0, online: false };
  eventStoreOf(databaseOf(scope)).append(key, whole, delivery);
}
