import type { BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { isSealed, type SecretPlace, type Vault } from "./vault.ts";

const KEY = Symbol.for("intishar.vaults");

// Next bundles a module once per entry, and they share one connection; only the global object is one per process.
const globals: typeof globalThis & { [KEY]?: WeakMap<BetterSQLite3Database, Vault> } = globalThis;

globals[KEY] ??= new WeakMap();

const vaults = globals[KEY];

/** Gives a connection the vault of its secrets. */
export function giveVault(db: BetterSQLite3Database, vault: Vault): void {
  vaults.set(db, vault);
}

/** A secret as it may be stored at its place. */
export function sealSecret(db: BetterSQLite3Database, place: SecretPlace, text: string): string {
  return vaultOf(db).seal(place, text);
}

/** A secret as it was before it was stored; null when no secret of this server opens it, since AUTH_SECRET was lost. */
export function openSecret(db: BetterSQLite3Database, place: SecretPlace, stored: string): string | null {
  return isSealed(stored) ? (vaultOf(db).open(place, stored)?.text ?? null) : stored;
}

function vaultOf(db: BetterSQLite3Database): Vault {
  const vault = vaults.get(db);
  if (vault === undefined) throw new Error("this connection was opened without a vault");
  return vault;
}
