import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "#db/migrate.ts";
import { readMigrations } from "./migration-files.ts";

const MOVES = /^\s*(?:INSERT|UPDATE|DELETE|REPLACE)\b/i;
/** Tables that grow with the events. */
const LARGE = /`(?:journal|journal_claims|shares|cascades|persons|touches|hourly_counts)`/;
/** Every key begins with these: to look up by them alone is to read a whole campaign. */
const TENANCY = new Set(["workspace_id", "campaign_id"]);

const known = readMigrations();
const root = mkdtempSync(join(tmpdir(), "intishar-plans-"));
afterAll(() => rmSync(root, { recursive: true }));

/** The steps of a plan that read more rows for each row moved than a look-up may: all but one scan, and half a key. */
function slowSteps(client: Database.Database, statement: string): string[] {
  const plan = client.prepare(`EXPLAIN QUERY PLAN ${statement}`).all() as { detail: string }[];
  const steps = plan.map(({ detail }) => detail);
  const scans = steps.filter((step) => step.startsWith("SCAN"));
  const halves = steps.filter((step) => {
    const [, terms] = /^SEARCH .*\((.+)\)$/.exec(step) ?? [];
    return terms?.split(" AND ").every((term) => TENANCY.has(term.replace(/[=<>].*/, "")));
  });
  return [...scans.slice(1), ...halves];
}

/** Calls `look` with each statement that moves rows, and a file that stands right before it. */
function beforeEachMove(look: (client: Database.Database, tag: string, statement: string) => void): void {
  const folder = mkdtempSync(join(root, "files-"));
  for (const [index, { tag, statements }] of known.entries()) {
    const path = join(folder, `${tag}.db`);
    migrate(path, { known: known.slice(0, index) });
    const client = new Database(path);
    client.pragma("foreign_keys = OFF");
    for (const statement of statements) {
      if (MOVES.test(statement)) look(client, tag, statement);
      client.exec(statement);
    }
    client.close();
  }
}

describe("statements that move rows", () => {
  it("find what they look up by an index, and say where their rows can be counted", () => {
    const found: string[] = [];
    beforeEachMove((client, tag, statement) => {
      found.push(tag);
      expect(slowSteps(client, statement)).toEqual([]);
      if (LARGE.test(statement)) expect(statement).toMatch(/\/\* each row of \w+ \*\//);
    });
    expect(found).toContain("0007_forest_rows");
  });

  it("are found out when they do not", () => {
    beforeEachMove((client, tag, statement) => {
      if (tag !== "0007_forest_rows") return;
      const slow = slowSteps(client, statement.replace("INDEXED BY `journal_code`", ""));
      expect(slow).toEqual(["SEARCH k USING PRIMARY KEY (workspace_id=? AND campaign_id=?)"]);
    });
  });
});
