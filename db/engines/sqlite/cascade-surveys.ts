import type Database from "better-sqlite3";
import type { CampaignKey } from "#db/engines/campaign-key.ts";
import { prepare } from "#db/prepare.ts";
import type { Extremes } from "#lib/cascade/forest-store.ts";

/** A cascade up to this size is read under the write lock: some ten milliseconds. */
const LARGE = 20_000;
/** Shares kept of a larger one, the latest and those of most children. */
const KEPT = 500;
const MOST_CANDIDATES = 5000;

const CASCADE = "workspace_id = ? AND campaign_id = ? AND root = ?";
const SHAPE = `SELECT size, breadths FROM cascades WHERE ${CASCADE}`;
const EXTREMES = `SELECT max(at) AS lastAt, max(iif(depth > 0, children, 0)) AS maxChildren
  FROM shares INDEXED BY shares_root WHERE ${CASCADE}`;
const EXTREMES_AMONG = `SELECT max(at) AS lastAt, max(iif(depth > 0, children, 0)) AS maxChildren
  FROM shares INDEXED BY shares_code WHERE ${CASCADE} AND code IN (SELECT value FROM json_each(?))`;
const LATEST = `SELECT code, at AS value FROM shares INDEXED BY shares_root WHERE ${CASCADE}
  ORDER BY at DESC LIMIT ?`;
const WIDEST = `SELECT code, children AS value FROM shares INDEXED BY shares_root WHERE ${CASCADE} AND depth > 0
  ORDER BY children DESC LIMIT ?`;
const NEWEST =
  "SELECT rowid AS row, workspace_id AS workspaceId, code FROM shares ORDER BY rowid DESC LIMIT 1";
const STANDS = "SELECT 1 FROM shares WHERE rowid = ? AND workspace_id = ? AND code = ?";
const ADDED = `SELECT code, parent, depth FROM shares NOT INDEXED WHERE rowid > ? AND ${CASCADE}`;

/** What is known of a large cascade as of one instant. */
interface Survey {
  /** The newest row of the table. */
  newest: { readonly row: number; readonly workspaceId: number; readonly code: string };
  /** Shares at each depth. */
  breadths: number[];
  /** Codes of the latest shares and of those with most children; no other share is later, or has more. */
  readonly codes: Set<string>;
  readonly bound: Extremes;
}

interface Ranked {
  readonly code: string;
  readonly value: number;
}

/** The extremes of a large cascade must be read before the write lock is taken. */
export class SurveyNeeded extends Error {
  constructor(readonly root: string) {
    super(`cascade ${root} is too large to be read under the write lock`);
  }
}

/**
 * The extremes of cascades that lose shares. Those of a large one are chosen from a few candidates, found before the
 * write lock was taken; what was added since is looked at too, and if more happened to it, it is surveyed anew.
 */
export class CascadeSurveys {
  private readonly surveys = new Map<string, Survey>();
  private readonly key: readonly [number, number];

  constructor(
    private readonly client: Database.Database,
    { workspaceId, campaignId }: CampaignKey,
    private readonly limits = { large: LARGE, kept: KEPT },
  ) {
    this.key = [workspaceId, campaignId];
  }

  /** Reads a large cascade, without the write lock. */
  survey(root: string): void {
    prepare(this.client, "BEGIN").run();
    try {
      const breadths = this.breadthsOf(root);
      const newest = this.newestRow();
      if (breadths === null || newest === undefined) return;
      const [latest, widest] = [LATEST, WIDEST].map(
        (sql) => prepare(this.client, sql).all(...this.key, root, this.limits.kept) as Ranked[],
      );
      this.surveys.set(root, {
        ...{
          newest,
          breadths,
          codes: new Set([...(latest ?? []), ...(widest ?? [])].map(({ code }) => code)),
        },
        bound: { lastAt: latest?.at(-1)?.value ?? 0, maxChildren: widest?.at(-1)?.value ?? 0 },
      });
    } finally {
      prepare(this.client, "COMMIT").run();
    }
  }

  /** At the beginning of a transaction: learns what was added since, and drops what was changed otherwise. */
  catchUp(): void {
    const newest = this.newestRow();
    for (const [root, survey] of this.surveys) {
      const { row, workspaceId, code } = survey.newest;
      const stands = prepare(this.client, STANDS).get(row, workspaceId, code) !== undefined;
      const breadths = this.breadthsOf(root);
      const added = prepare(this.client, ADDED).all(row, ...this.key, root) as {
        code: string;
        parent: string | null;
        depth: number;
      }[];
      for (const { depth } of added) survey.breadths[depth] = (survey.breadths[depth] ?? 0) + 1;
      if (!stands || newest === undefined || JSON.stringify(breadths) !== JSON.stringify(survey.breadths)) {
        this.surveys.delete(root);
        continue;
      }
      for (const { code: fresh, parent } of added) {
        survey.codes.add(fresh);
        if (parent !== null) survey.codes.add(parent);
      }
      survey.newest = newest;
      if (survey.codes.size > MOST_CANDIDATES) this.surveys.delete(root);
    }
  }

  /** After the last write of a transaction. */
  settle(): void {
    const newest = this.newestRow();
    for (const [root, survey] of this.surveys) {
      const breadths = this.breadthsOf(root);
      if (breadths === null || newest === undefined) this.surveys.delete(root);
      else Object.assign(survey, { breadths, newest });
    }
  }

  /** @throws SurveyNeeded */
  extremesOf(root: string): Extremes {
    const extremes = (sql: string, ...more: string[]) =>
      prepare(this.client, sql).get(...this.key, root, ...more) as Extremes;
    const stored = prepare(this.client, SHAPE).get(...this.key, root) as { size: number } | undefined;
    // One that is not stored yet was cut off in this transaction.
    if (stored === undefined || stored.size <= this.limits.large) return extremes(EXTREMES);
    const survey = this.surveys.get(root);
    if (survey === undefined) throw new SurveyNeeded(root);
    const found = extremes(EXTREMES_AMONG, JSON.stringify([...survey.codes]));
    const { lastAt, maxChildren } = survey.bound;
    if (found.lastAt >= lastAt && found.maxChildren >= maxChildren) return found;
    this.surveys.delete(root);
    throw new SurveyNeeded(root);
  }

  /** When a share was moved into a cascade, or got more children there. */
  note(root: string, code: string): void {
    this.surveys.get(root)?.codes.add(code);
  }

  /** When a transaction failed: what it had found does not hold. */
  clear(): void {
    this.surveys.clear();
  }

  private breadthsOf(root: string): number[] | null {
    const row = prepare(this.client, SHAPE).get(...this.key, root) as { breadths: string } | undefined;
    return row === undefined ? null : (JSON.parse(row.breadths) as number[]);
  }

  private newestRow(): Survey["newest"] | undefined {
    return prepare(this.client, NEWEST).get() as Survey["newest"] | undefined;
  }
}
