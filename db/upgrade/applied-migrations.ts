import type Database from "better-sqlite3";
import type { Migration } from "./migration-files.ts";
import { EARLIER_TEXTS } from "./rewritten-migrations.ts";
import { UpgradeError } from "./upgrade-error.ts";

/** drizzle's own table, in its own words: files that its migrator made go on being read. */
const RECORDS = "__drizzle_migrations";
const CREATE_RECORDS = `CREATE TABLE IF NOT EXISTS "${RECORDS}" (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			)`;

const EARLIER_PROGRAM =
  "Start it with the program it was made with, or put back the copy made before the upgrade.";

/** What a file has behind it and before it. */
export interface Standing {
  /** Whether nothing was ever kept in it. */
  readonly isNew: boolean;
  /** What it has not run yet, in the order in which to run it. */
  readonly pending: readonly Migration[];
}

/**
 * Compares what a file has on record with what this program knows. Reads only.
 * @throws {UpgradeError} when the file is newer, was made by other texts, or is no file of this program
 */
export function standingOf(
  client: Database.Database,
  { path, known }: { path: string; known: readonly Migration[] },
): Standing {
  const tables = client.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  if (!tables.includes(RECORDS)) {
    if (tables.length === 0) return { isNew: true, pending: known };
    throw new UpgradeError(`${path} is a database of another program; DATABASE_PATH names the wrong file.`);
  }
  const applied = client
    .prepare(`SELECT hash, created_at AS "when" FROM ${RECORDS} ORDER BY created_at`)
    .all() as { readonly hash: string; readonly when: number }[];
  for (const [index, record] of applied.entries()) {
    const migration = known[index];
    if (migration?.when === Number(record.when)) expectText(path, migration, record.hash);
    else throw new UpgradeError(strangerFault(path, Number(record.when), known));
  }
  return { isNew: applied.length === 0 && tables.length === 1, pending: known.slice(applied.length) };
}

/** Writes down that a migration was run. */
export function recordMigration(client: Database.Database, { hash, when }: Migration): void {
  client.exec(CREATE_RECORDS);
  client.prepare(`INSERT INTO ${RECORDS} ("hash", "created_at") VALUES (?, ?)`).run(hash, when);
}

function expectText(path: string, { tag, hash }: Migration, found: string): void {
  if (found === hash) return;
  const earlier = EARLIER_TEXTS.find((text) => text.tag === tag && text.hash === found);
  if (earlier?.isSame) return;
  const why = earlier === undefined ? "" : ` (${earlier.why})`;
  throw new UpgradeError(
    `${path} was made by another text of the migration ${tag} than this program's${why}, so it cannot be ` +
      `upgraded. Nothing was changed. ${EARLIER_PROGRAM}`,
  );
}

function strangerFault(path: string, when: number, known: readonly Migration[]): string {
  const isNewer = when > (known.at(-1)?.when ?? 0);
  return isNewer
    ? `${path} was made by a newer version of Intishar than this one, which would damage it. Nothing was ` +
        "changed. Start the newer program, or put back the copy made before its upgrade."
    : `${path} ran a migration of ${new Date(when).toISOString()} that this program does not know. Nothing was ` +
        `changed. ${EARLIER_PROGRAM}`;
}
