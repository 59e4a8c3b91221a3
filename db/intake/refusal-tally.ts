import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import type { IntakeSource, RefusalReason } from "#lib/domain/intake.ts";
import { addIntakeCount } from "./count-intake.ts";

interface Cell {
  readonly key: CampaignKey;
  readonly source: IntakeSource;
  readonly reason: RefusalReason;
  count: number;
  at: number;
}

/**
 * Requests that were refused before their events were read, counted in memory and written now and then: a flood of
 * them must not take the place of what is to be stored.
 */
export class RefusalTally {
  private cells = new Map<string, Cell>();

  note(key: CampaignKey, source: IntakeSource, reason: RefusalReason, count: number, at: number): void {
    const name = `${key.workspaceId} ${key.campaignId} ${source} ${reason}`;
    const cell = this.cells.get(name);
    if (cell === undefined) {
      this.cells.set(name, { key, source, reason, count, at });
      return;
    }
    cell.count += count;
    cell.at = at;
  }

  /** Writes what was counted since the last time; when that fails, it stays for the next. */
  write(db: IntisharDatabase): void {
    if (this.cells.size === 0) return;
    inTransaction(db.$client, () => {
      for (const { key, source, reason, count, at } of this.cells.values())
        addIntakeCount(db, key, source, at, { outcome: "refused", reason, field: "", count });
    });
    this.cells = new Map();
  }
}
