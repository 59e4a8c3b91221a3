import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { Delivery } from "#db/engines/event-store.ts";
import { prepare } from "#db/prepare.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { microsOf } from "./micros-of.ts";

const NEXT_SEQ = "SELECT coalesce(max(seq), 0) + 1 FROM journal WHERE workspace_id = ? AND campaign_id = ?";

const INSERT = `INSERT INTO journal (workspace_id, campaign_id, seq, event_id, amends, kind, person, via, arrives,
    code, channel, mode, seed_kind, variant, occurred_at, received_at, value_micros, currency, role, score,
    attributes, verified, label, source, import_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO NOTHING`;

/** Writes the records of a batch to the end of a campaign's journal, within the caller's transaction. */
export class RecordWriter {
  private readonly statement: Database.Statement;
  private next: number;

  constructor(
    client: Database.Database,
    private readonly key: CampaignKey,
    private readonly delivery: Pick<Delivery, "receivedAt" | "source" | "importId">,
  ) {
    this.statement = prepare(client, INSERT);
    this.next = prepare(client, NEXT_SEQ).pluck().get(key.workspaceId, key.campaignId) as number;
  }

  /** The next number of the journal, for the caller to use. */
  takeNumber(): number {
    this.next += 1;
    return this.next - 1;
  }

  /** @returns false where the event has a record of this number already */
  insert(event: CampaignEvent, amends: number): boolean {
    const { receivedAt, source, importId } = this.delivery;
    const { changes } = this.statement.run(
      this.key.workspaceId,
      this.key.campaignId,
      this.next,
      event.id,
      amends,
      event.kind,
      event.person,
      event.via,
      event.arrives ? 1 : 0,
      event.code,
      event.channel,
      event.mode,
      event.seedKind,
      event.variant,
      event.occurredAt,
      receivedAt,
      event.value === null ? null : microsOf(event.value),
      event.currency,
      event.role,
      event.score,
      event.attributes === null ? null : JSON.stringify(event.attributes),
      event.verified ? 1 : 0,
      event.label,
      source,
      importId,
    );
    this.next += changes;
    return changes === 1;
  }
}
