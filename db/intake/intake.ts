import type { IngestScope } from "#lib/access/ingest-scope.ts";
import type { CampaignEvent, EventMark } from "#lib/domain/event.ts";
import type { EventFault } from "#lib/domain/event-fault.ts";
import type { IntakeSource, RefusalReason } from "#lib/domain/intake.ts";

/** What a request brings in one place: an event, something that is none, or an event that is not wanted. */
export type IntakeItem =
  | { readonly event: CampaignEvent }
  | { readonly fault: EventFault; readonly raw: string; readonly label?: EventMark | null }
  | { readonly refusal: RefusalReason; readonly field: string; readonly id: string };

/** One request's events on their way into a campaign. */
export interface Intake {
  readonly scope: IngestScope;
  readonly source: IntakeSource;
  /** UTC milliseconds. */
  readonly receivedAt: number;
  readonly items: readonly IntakeItem[];
}
