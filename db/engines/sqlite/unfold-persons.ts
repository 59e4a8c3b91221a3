import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import type { ChangedVia } from "#lib/cascade/rebuild-cascades.ts";
import type { NewShare } from "#lib/cascade/share-row.ts";
import { compareText } from "#lib/domain/compare-text.ts";
import { type CampaignEvent, isSetApart } from "#lib/domain/event.ts";
import type { PersonFacts, Touch } from "./person-facts.ts";
import { PersonTally } from "./person-tally.ts";
import type { UnfoldedEvent } from "./unfold-events.ts";

const TOUCH_OF = `SELECT touch_at AS at, touch_id AS id, touch_via AS via FROM persons
  WHERE workspace_id = ? AND campaign_id = ? AND person = ? AND touch_at IS NOT NULL`;
const OPEN_SHARES = `SELECT code, via, at FROM shares INDEXED BY shares_open
  WHERE workspace_id = ? AND campaign_id = ? AND person = ?
    AND seed_kind IS NULL AND (evidence IS NULL OR evidence = 'touch')`;
const LESSEN = `UPDATE persons SET shares = shares + ?, visits = visits + ?, conversions = conversions + ?,
    first_at = ?, last_at = ?, touch_at = ?, touch_id = ?, touch_via = ?
  WHERE workspace_id = ? AND campaign_id = ? AND person = ?`;
const FORGET_PERSON = "DELETE FROM persons WHERE workspace_id = ? AND campaign_id = ? AND person = ?";

interface OpenShare {
  readonly code: string;
  readonly via: string | null;
  readonly at: number;
}

/** What an unfolding changes of persons: of whom a record spoke, and of whom the one that takes its place does. */
export class PersonUnfolding {
  private readonly key: readonly [number, number];

  constructor(
    private readonly client: Database.Database,
    private readonly campaign: CampaignKey,
    private readonly facts: PersonFacts,
  ) {
    this.key = [campaign.workspaceId, campaign.campaignId];
  }

  /** Shares that state no parent and hang elsewhere, or on nothing, from now on; the event's own among them. */
  changedLinks(unfolded: UnfoldedEvent): ChangedVia[] {
    const { before, after } = unfolded;
    const persons = new Set([before, after].flatMap((event) => (isOfPeople(event) ? [event.person] : [])));
    return [...persons].flatMap((person) => {
      const touch = this.touchAfter(unfolded, person);
      const known = this.touchOf(person);
      if (touch?.via === known?.via && touch?.at === known?.at) return [];
      const open = prepare(this.client, OPEN_SHARES).all(...this.key, person) as OpenShare[];
      return open.map((share) => openLink(share, touch)).filter(({ via }, i) => via !== open[i]?.via);
    });
  }

  /** A share with its link as it is from now on. */
  linkOf(share: NewShare, unfolded: UnfoldedEvent): NewShare {
    if (share.via !== null || share.seedKind !== null) return share;
    return { ...share, ...openLink(share, this.touchAfter(unfolded, share.person)) };
  }

  /** @param seq number of the record that the event rests on from now on; null when it is gone */
  apply(unfolded: UnfoldedEvent, seq: number | null): void {
    const { before, after } = unfolded;
    const { facts } = this;
    const stays = isOfPeople(after) && after.person === before.person && isOfPeople(before);
    const touch = isOfPeople(before) ? this.touchAfter(unfolded, before.person) : null;
    if (isOfPeople(before)) facts.forget({ ...factOf(before), seq: unfolded.seq });
    if (isOfPeople(after) && seq !== null)
      facts.note({ ...factOf(after), seq, via: touchOfEvent(after)?.via ?? null });
    if (isOfPeople(before)) this.lessen(before, stays ? after : null, touch);
    if (!isOfPeople(after) || stays) return;
    const persons = new PersonTally();
    persons.add(after);
    persons.write(this.client, this.campaign);
  }

  private lessen(before: CampaignEvent, after: CampaignEvent | null, touch: Touch | null): void {
    const { person } = before;
    const bounds = this.facts.boundsOf(person);
    if (bounds === null) {
      prepare(this.client, FORGET_PERSON).run(...this.key, person);
      return;
    }
    const [less, more] = [countsOf(before), after === null ? [0, 0, 0] : countsOf(after)];
    prepare(this.client, LESSEN).run(
      ...less.map((count, i) => (more[i] ?? 0) - count),
      ...[bounds.firstAt, bounds.lastAt],
      ...[touch?.at ?? null, touch?.id ?? null, touch?.via ?? null],
      ...this.key,
      person,
    );
  }

  /** A person's first touch from now on. */
  private touchAfter({ before, after, seq }: UnfoldedEvent, person: string): Touch | null {
    const known = this.touchOf(person) ?? null;
    const lost = before.person === person ? touchOfEvent(before) : null;
    const isLost = lost !== null && known?.id === lost.id && known.at === lost.at;
    const left = isLost ? this.facts.touchWithout({ person, seq }) : known;
    const gained = after?.person === person ? touchOfEvent(after) : null;
    if (left === null || gained === null) return gained ?? left;
    const isFirst = gained.at < left.at || (gained.at === left.at && compareText(gained.id, left.id) < 0);
    return isFirst ? gained : left;
  }

  private touchOf(person: string): Touch | undefined {
    return prepare(this.client, TOUCH_OF).get(...this.key, person) as Touch | undefined;
  }
}

function isOfPeople(event: CampaignEvent | null): event is CampaignEvent {
  return event !== null && !isSetApart(event.label);
}

function factOf({ person, occurredAt: at, id }: CampaignEvent) {
  return { person, at, id };
}

/** What an event says of who brought its person; null where it says nothing of that, or nobody vouches for it. */
function touchOfEvent({
  kind,
  arrives,
  verified,
  label,
  via,
  occurredAt: at,
  id,
}: CampaignEvent): Touch | null {
  const isArrival = (kind === "visit" || arrives) && verified && !isSetApart(label);
  return isArrival && via !== null ? { at, id, via } : null;
}

/** Shares, visits and conversions of one event. */
function countsOf({ kind, arrives }: CampaignEvent): number[] {
  return [kind === "share", kind === "visit" || arrives, kind === "conversion"].map(Number);
}

/** The link of a share that states none: the person's first touch, if that was before it. */
function openLink({ code, at }: Pick<OpenShare, "code" | "at">, touch: Touch | null): ChangedVia {
  const via = touch !== null && touch.at <= at ? touch.via : null;
  return { code, via, evidence: via === null ? null : "touch", seedKind: null };
}
