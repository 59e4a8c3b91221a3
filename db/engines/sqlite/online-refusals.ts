import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import type { RefusedEvent } from "#db/engines/event-store.ts";
import { prepare } from "#db/prepare.ts";
import { WAITS } from "#lib/cascade/forest.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { isShareRecord } from "#lib/domain/event-record.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";
const ID_OF_CODE = `SELECT event_id FROM journal INDEXED BY journal_share
  WHERE ${CAMPAIGN} AND code = ? AND kind = 'share' AND label IS NULL AND amends = 0`;
const AWAITED = `SELECT 1 FROM shares INDEXED BY shares_orphans
  WHERE ${CAMPAIGN} AND via = ? AND faults & ${WAITS}`;
// What a share's tree waits for: nothing when it stands on a seed.
const TOP_VIA = `SELECT top.via FROM shares AS s
  JOIN shares AS top ON top.workspace_id = s.workspace_id AND top.campaign_id = s.campaign_id AND top.code = s.root
  WHERE s.workspace_id = ? AND s.campaign_id = ? AND s.code = ? AND top.faults & ${WAITS}`;
const ABOVE = `SELECT coalesce(parent, iif(faults & ${WAITS}, via, NULL)) FROM shares WHERE ${CAMPAIGN} AND code = ?`;

type Reason = RefusedEvent["reason"];

/**
 * Judges what comes online, each event in the light of those stored and those let through before it: METRICS §0 rejects
 * online what it repairs in a file. Costs a look-up a share; a walk only where an orphan waits, or a parent changes.
 */
export class OnlineRefusals {
  private readonly key: readonly [number, number];
  /** Shares let through: what each hangs on. */
  private readonly viaOf = new Map<string, string | null>();
  private readonly awaited = new Set<string>();

  constructor(
    private readonly client: Database.Database,
    { workspaceId, campaignId }: CampaignKey,
  ) {
    this.key = [workspaceId, campaignId];
  }

  /**
   * @param isPage whether anybody may have said it: then a known code is another event's
   * @returns null for what may go on, a repetition too
   */
  of(event: CampaignEvent, isPage: boolean): Reason | null {
    const { id, code, via } = event;
    if (code === null || !isShareRecord(event)) return null;
    const known = this.find(ID_OF_CODE, code);
    if (known !== null) return isPage && known !== id ? "code-taken" : null;
    if (via !== null && this.closesLoop(code, via)) return "loop";
    this.note(code, via);
    return null;
  }

  /** Whether a known share would stand below itself if it hung on `via`. */
  closesLoopBelow(code: string, via: string): boolean {
    return this.climbs(code, via, (at) => {
      const pending = this.viaOf.get(at);
      return pending === undefined ? this.find(ABOVE, at) : pending;
    });
  }

  /** Notes what a share that is let through hangs on. */
  note(code: string, via: string | null): void {
    this.viaOf.set(code, via);
    if (via !== null) this.awaited.add(via);
  }

  private closesLoop(code: string, via: string): boolean {
    if (code !== via && !this.awaited.has(code) && this.find(AWAITED, code) === null) return false;
    return this.climbs(code, via, (at) => this.viaOf.get(at) ?? this.find(TOP_VIA, at));
  }

  private climbs(code: string, via: string, above: (code: string) => string | null): boolean {
    const seen = new Set<string>();
    for (let at: string | null = via; at !== null && !seen.has(at); at = above(at)) {
      if (at === code) return true;
      seen.add(at);
    }
    return false;
  }

  private find(sql: string, text: string): string | null {
    const found = prepare(this.client, sql)
      .pluck()
      .get(...this.key, text);
    return found === undefined || found === null ? null : String(found);
  }
}
