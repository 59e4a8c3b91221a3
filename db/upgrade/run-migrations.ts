import type Database from "better-sqlite3";
import { recordMigration } from "./applied-migrations.ts";
import type { Migration } from "./migration-files.ts";
import type { RowCounts } from "./row-counts.ts";
import { UpgradeError } from "./upgrade-error.ts";
import type { UpgradeProgress } from "./upgrade-progress.ts";

/** In a statement that moves rows: where the runner may count them, and how many of which table there are. */
const EACH_ROW = /\/\* each row of (\w+) \*\//;
const COUNT_ROW = "count_migrated_row";
const ROWS_BETWEEN_LOOKS = 4096;

/** What the kinds of statement cost a row, about; all others cost nothing, however large the table is. */
const COSTS: readonly (readonly [statement: RegExp, cost: number])[] = [
  [/^\s*(?:INSERT|UPDATE|DELETE)\b/i, 4],
  [/^\s*CREATE (?:UNIQUE )?INDEX\b/i, 1],
  [/^\s*DROP (?:TABLE|INDEX)\b/i, 0.1],
];
const CHECK_COST = 0.5;

/** Whether a migration writes rows anew, so that the file may grow by as much as it is long. */
export function movesRows({ statements }: Migration): boolean {
  return statements.some((statement) => EACH_ROW.test(statement));
}

/** Units of work, as `runMigrations` does them. */
export function workOf(migrations: readonly Migration[], rows: RowCounts): number {
  const statements = migrations.flatMap((migration) => migration.statements);
  const checked = [...rows.values()].reduce((sum, count) => sum + count * CHECK_COST, 0);
  return statements.reduce((sum, statement) => sum + costOf(statement, rows), checked);
}

/**
 * Runs migrations on a connection that is in a transaction and checks no references meanwhile; looks at them all at
 * the end. The caller commits, or rolls back when it throws.
 * @throws {UpgradeError} naming the migration and the statement
 */
export function runMigrations(
  client: Database.Database,
  migrations: readonly Migration[],
  { rows, progress }: { rows: RowCounts; progress: UpgradeProgress },
): void {
  const counter = countingRows(client);
  for (const migration of migrations) {
    for (const [index, statement] of migration.statements.entries()) {
      try {
        progress.during(costOf(statement, rows), (part) => counter.run(statement, part));
      } catch (error) {
        const where = `Migration ${migration.tag}, statement ${index + 1} of ${migration.statements.length}`;
        throw new UpgradeError(`${where}: ${messageOf(error)}.`, { cause: error });
      }
    }
    recordMigration(client, migration);
  }
  expectReferences(client, { rows, progress });
}

function costOf(statement: string, rows: RowCounts): number {
  const cost = COSTS.find(([kind]) => kind.test(statement))?.[1] ?? 0;
  const named = [...statement.matchAll(/(?:\bON|\bINTO|\bFROM|\bJOIN|\bTABLE|\bUPDATE) `(\w+)`/g)];
  return 1 + cost * named.reduce((most, [, table = ""]) => Math.max(most, rows.get(table) ?? 0), 0);
}

/** SQLite says nothing while a statement runs, so the statement calls for each row that it moves. */
function countingRows(client: Database.Database) {
  let whole = 0;
  let seen = 0;
  let tell: (done: number) => void = () => {};
  // Were it said to be deterministic, SQLite would call it once.
  client.function(COUNT_ROW, { deterministic: false, directOnly: true }, () => {
    seen += 1;
    if (seen % ROWS_BETWEEN_LOOKS === 0) tell(seen / whole);
    return 1;
  });
  return {
    run(statement: string, onPart: (done: number) => void): void {
      const table = EACH_ROW.exec(statement)?.[1];
      if (table === undefined) {
        client.exec(statement);
        return;
      }
      whole = client.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
      seen = 0;
      tell = onPart;
      client.exec(statement.replace(EACH_ROW, `AND ${COUNT_ROW}()`));
    },
  };
}

function expectReferences(
  client: Database.Database,
  { rows, progress }: { rows: RowCounts; progress: UpgradeProgress },
): void {
  const tables = client
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
    .pluck()
    .all() as string[];
  for (const table of tables) {
    try {
      const broken = progress.during((rows.get(table) ?? 0) * CHECK_COST, () =>
        client.prepare(`PRAGMA foreign_key_check("${table}")`).get(),
      );
      if (broken === undefined) continue;
      throw new Error(`a row of ${table} refers to none of ${(broken as { parent: string }).parent}`);
    } catch (error) {
      throw new UpgradeError(`The upgraded rows do not fit together: ${messageOf(error)}.`, { cause: error });
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
