import { statSync } from "node:fs";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { prepare } from "#db/prepare.ts";
import { isStorageError } from "#db/storage-error.ts";
import { SEALED_COLUMNS, type SealedColumn } from "./sealed-columns.ts";
import { isSealed, type Vault } from "./vault.ts";

/** Rows of one transaction. */
const SLICE = 500;
/** A larger file takes so long to rewrite that a start should not do it unasked. */
const MOST_SWEPT = 2 * 1024 ** 3;

/** What a start found and did. */
export interface SealingReport {
  /** Secrets that were plain. */
  readonly sealed: number;
  /** Secrets that were sealed with a previous one. */
  readonly resealed: number;
  /** Secrets that no key of this server opens. */
  readonly lost: readonly { readonly noun: string; readonly count: number }[];
  /** Whether plain secrets were sealed and old copies of them may still stand in unused parts of the file. */
  readonly isSweepDue: boolean;
}

interface StoredRow {
  readonly workspaceId: number;
  readonly rowId: number;
  readonly stored: string;
}

type RowState = "plain" | "current" | "previous" | "lost";

const NOTE_SWEEP = `INSERT INTO installation (id, sweep_due) VALUES (1, 1)
  ON CONFLICT (id) DO UPDATE SET sweep_due = 1`;
const IS_SWEEP_DUE = "SELECT sweep_due FROM installation WHERE id = 1";
const SWEPT = "UPDATE installation SET sweep_due = 0 WHERE id = 1";

/**
 * Seals in place what is plain, and anew what is sealed with a previous secret; then, if anything was plain, rewrites
 * the file so that no old copy of it stays in its pages. A run that was cut short is taken up by the next one.
 * @param db a connection on which no transaction is open
 * @param limits.mostSwept bytes of the largest file that is rewritten; 2 GiB when absent
 */
export function sealSecrets(
  db: IntisharDatabase,
  vault: Vault,
  { mostSwept = MOST_SWEPT }: { readonly mostSwept?: number } = {},
): SealingReport {
  // Overwrites most of what an update leaves behind, should the file not be rewritten.
  db.$client.pragma("secure_delete = ON");
  const counts = { plain: 0, current: 0, previous: 0, lost: 0 };
  const lost = SEALED_COLUMNS.map((column) => {
    const found = sealColumn(db, vault, column);
    for (const state of ["plain", "previous", "lost"] as const) counts[state] += found[state];
    return { noun: column.noun, count: found.lost };
  });
  return {
    sealed: counts.plain,
    resealed: counts.previous,
    lost: lost.filter(({ count }) => count > 0),
    isSweepDue: !sweep(db, mostSwept),
  };
}

function sealColumn(db: IntisharDatabase, vault: Vault, column: SealedColumn): Record<RowState, number> {
  const counts = { plain: 0, current: 0, previous: 0, lost: 0 };
  const { table, rowId, column: name } = column;
  const tenant = tenantOf(column);
  const read = db.$client.prepare<[number, number], StoredRow>(
    `SELECT ${tenant} AS workspaceId, ${rowId} AS rowId, ${name} AS stored FROM ${table}
      WHERE (${tenant}, ${rowId}) > (?, ?) AND ${name} IS NOT NULL ORDER BY ${tenant}, ${rowId} LIMIT ${SLICE}`,
  );
  for (let after: [number, number] = [0, 0]; ; ) {
    const rows = read.all(...after);
    const last = rows.at(-1);
    if (last === undefined) return counts;
    // Looked at without the lock first: most starts find nothing to write.
    const found = rows.map((row) => look(vault, column, row).state);
    const isDone = found.every((state) => state === "current" || state === "lost");
    const from = after;
    const seal = () => read.all(...from).map((row) => sealRow(db, vault, column, row));
    const states = isDone ? found : inTransaction(db.$client, seal);
    for (const state of states) counts[state] += 1;
    after = [last.workspaceId, last.rowId];
  }
}

function look(vault: Vault, column: SealedColumn, { workspaceId, rowId, stored }: StoredRow) {
  if (!isSealed(stored)) return { state: "plain", text: stored } as const;
  const opened = vault.open({ column, workspaceId, rowId }, stored);
  if (opened === null) return { state: "lost" } as const;
  const { text, isCurrent } = opened;
  return { state: isCurrent ? "current" : "previous", text } as const;
}

/** @returns the state in which the row was found */
function sealRow(db: IntisharDatabase, vault: Vault, column: SealedColumn, row: StoredRow): RowState {
  const found = look(vault, column, row);
  if (found.state === "lost" || found.state === "current") return found.state;
  const { table, column: name, rowId, hash } = column;
  const sealed = vault.seal({ column, workspaceId: row.workspaceId, rowId: row.rowId }, found.text);
  const [set, values] =
    hash === null ? [`${name} = ?`, [sealed]] : [`${name} = ?, ${hash} = ?`, [sealed, hashToken(found.text)]];
  const update = `UPDATE ${table} SET ${set} WHERE ${tenantOf(column)} = ? AND ${rowId} = ?`;
  prepare(db.$client, update).run(...values, row.workspaceId, row.rowId);
  if (found.state === "plain") prepare(db.$client, NOTE_SWEEP).run();
  return found.state;
}

/** What stands in SQL for the workspace of a row. */
function tenantOf({ isOfPerson }: SealedColumn): string {
  return isOfPerson ? "0 + 0" : "workspace_id";
}

/** Rewrites the file if that is due. @returns false when it is still due */
function sweep({ $client: client }: IntisharDatabase, mostSwept: number): boolean {
  if (client.prepare(IS_SWEEP_DUE).pluck().get() !== 1) return true;
  if (statSync(client.name).size > mostSwept) return false;
  try {
    client.exec("VACUUM");
  } catch (error) {
    // No room for a second copy, or somebody writes: the server starts all the same.
    if (isStorageError(error)) return false;
    throw error;
  }
  const [checkpoint] = client.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
  if (checkpoint?.busy !== 0) return false;
  client.prepare(SWEPT).run();
  return true;
}
