import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import { DEPTH_MAX } from "#lib/cascade/depth-max.ts";
import { WAITS } from "#lib/cascade/forest.ts";
import { type CampaignEvent, isSetApart } from "#lib/domain/event.ts";

const CAMPAIGN = "workspace_id = ? AND campaign_id = ?";
// A share's place, and what its tree waits for.
const PLACE = `SELECT s.root, s.depth, iif(top.faults & ${WAITS}, top.via, NULL) AS waitsFor
  FROM shares AS s INDEXED BY shares_code
  JOIN shares AS top INDEXED BY shares_code
    ON top.workspace_id = s.workspace_id AND top.campaign_id = s.campaign_id AND top.code = s.root
  WHERE s.workspace_id = ? AND s.campaign_id = ? AND s.code = ?`;
const HEIGHT = `SELECT depth FROM cascades WHERE ${CAMPAIGN} AND root = ?`;
const WAITING = `SELECT code FROM shares INDEXED BY shares_orphans
  WHERE ${CAMPAIGN} AND via = ? AND faults & ${WAITS} LIMIT ?`;
const ANY_WAITING = `SELECT 1 FROM shares INDEXED BY shares_orphans WHERE ${CAMPAIGN} AND faults & ${WAITS} LIMIT 1`;
const HELD_BACK = `SELECT code FROM held_back_shares WHERE ${CAMPAIGN} LIMIT ?`;
const TOUCH = `SELECT touch_via AS via, touch_at AS at FROM persons WHERE ${CAMPAIGN} AND person = ? AND touch_at <= ?`;

/** Trees that are looked at for one code, and pieces that are held back; more are as if they had no depth. */
const MOST_TREES = 1000;

interface Touch {
  readonly via: string;
  readonly at: number;
}

interface Place {
  readonly root: string;
  readonly depth: number;
  readonly waitsFor: string | null;
}

/** A share that may be let through. */
interface FittingShare {
  readonly code: string;
  readonly via: string | null;
  /** Generations that hang on it already. */
  readonly below: number;
}

/**
 * Judges shares one after the other, each in the light of those stored and those let through before it, by how deep they
 * and what waits for them would stand. A share that would take anything beyond DEPTH_MAX is not let through, be it the
 * leaf of a chain or its late ancestor: so no order makes a deeper tree, though in which one shares come decides where
 * a chain that is too long is cut, as it does for what closes a loop.
 */
export class DepthBound {
  private readonly key: readonly [number, number];
  /** Shares let through: what each hangs on. */
  private readonly viaOf = new Map<string, string | null>();
  /** Tops of trees by the code that they wait for. */
  private readonly waiting = new Map<string, Set<string>>();
  /** Generations below the top of a tree. */
  private readonly heights = new Map<string, number>();
  private readonly touches = new Map<string, Touch>();
  private readonly places = new Map<string, Place | null>();
  private anyWaiting: boolean | undefined;

  constructor(
    private readonly client: Database.Database,
    { workspaceId, campaignId }: CampaignKey,
    private readonly most = DEPTH_MAX,
  ) {
    this.key = [workspaceId, campaignId];
    const held = prepare(client, HELD_BACK)
      .pluck()
      .all(...this.key, MOST_TREES) as string[];
    for (const code of held) this.join(code);
  }

  /** Notes an event that is let through, for what it says of who brought its person. */
  noteTouch({ kind, arrives, verified, label, via, person, occurredAt: at }: CampaignEvent): void {
    if ((kind !== "visit" && !arrives) || !verified || isSetApart(label) || via === null) return;
    const known = this.touches.get(person);
    if (known === undefined || at < known.at) this.touches.set(person, { via, at });
  }

  /** The code that a share hangs on: the one that it states, else its person's first touch. */
  viaOfShare({ via, seedKind, person, occurredAt }: CampaignEvent): string | null {
    if (via !== null || seedKind !== null) return via;
    const stored = prepare(this.client, TOUCH).get(...this.key, person, occurredAt) as Touch | undefined;
    const noted = this.touches.get(person);
    if (noted === undefined || noted.at > occurredAt || (stored !== undefined && stored.at <= noted.at))
      return stored?.via ?? null;
    return noted.via;
  }

  /** Whether a share is stored, or was let through. */
  isKnown(code: string): boolean {
    return this.viaOf.has(code) || this.placeOf(code) !== null;
  }

  /** A share on `via`; null when it, or what is below it, would stand too deep there. */
  fit(code: string, via: string | null): FittingShare | null {
    const below = this.heightBelow(code);
    return this.depthOn(via) + below > this.most ? null : { code, via, below };
  }

  /** Notes a share that is let through. */
  add({ code, via, below }: FittingShare): void {
    this.viaOf.set(code, via);
    this.raise(code, below);
  }

  /** A piece that is held back deepens the tree that it will hang in. */
  private join(code: string): void {
    const place = this.placeOf(code);
    if (place?.root === code && place.waitsFor !== null) this.raise(place.waitsFor, this.heightOf(code) + 1);
    this.raise(code, this.heightBelow(code));
  }

  private raise(code: string, below: number): void {
    const { top, depth, waitsFor } = this.climb(code);
    this.heights.set(top, Math.max(this.heightOf(top), depth + below));
    if (waitsFor === null) return;
    const tops = this.waiting.get(waitsFor);
    if (tops === undefined) this.waiting.set(waitsFor, new Set([top]));
    else tops.add(top);
  }

  private depthOn(via: string | null): number {
    return via === null || !this.isKnown(via) ? 0 : this.climb(via).depth + 1;
  }

  /** Generations that hang on a code: in its own tree, if it is the top of one, and in those that wait for it. */
  private heightBelow(code: string): number {
    let height = 0;
    if (this.placeOf(code)?.root === code) height = this.heightOf(code);
    for (const top of this.waiting.get(code) ?? []) height = Math.max(height, this.heightOf(top) + 1);
    this.anyWaiting ??= prepare(this.client, ANY_WAITING).get(...this.key) !== undefined;
    if (!this.anyWaiting) return height;
    const stored = prepare(this.client, WAITING)
      .pluck()
      .all(...this.key, code, MOST_TREES) as string[];
    for (const top of stored) height = Math.max(height, this.heightOf(top) + 1);
    return height;
  }

  private heightOf(top: string): number {
    const known = this.heights.get(top);
    if (known !== undefined) return known;
    const stored = prepare(this.client, HEIGHT)
      .pluck()
      .get(...this.key, top) as number | undefined;
    return stored ?? 0;
  }

  /** The top of the tree that a share stands in, how deep it stands there, and the code that the tree waits for. */
  private climb(code: string): { top: string; depth: number; waitsFor: string | null } {
    const seen = new Set<string>();
    let depth = 0;
    for (let at = code; ; depth += 1) {
      const place = this.viaOf.has(at) ? null : this.placeOf(at);
      const top = place?.root ?? at;
      depth += place?.depth ?? 0;
      const above = this.viaOf.get(top) ?? place?.waitsFor ?? null;
      // A loop, in a file, is cut by the fold.
      if (above === null || seen.has(top) || !this.isKnown(above)) return { top, depth, waitsFor: above };
      seen.add(top);
      at = above;
    }
  }

  private placeOf(code: string): Place | null {
    let place = this.places.get(code);
    if (place === undefined) {
      place = (prepare(this.client, PLACE).get(...this.key, code) as Place | undefined) ?? null;
      this.places.set(code, place);
    }
    return place;
  }
}
