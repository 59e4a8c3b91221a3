import type Database from "better-sqlite3";

/**
 * Ends every session in a copy of the database and the trust in browsers, and voids the links that make the first account and set a password anew:
 * nobody who signed out since, or was signed out, is to come in again by a copy that is put back.
 */
export function forgetEntry(client: Database.Database): void {
  client.exec("DELETE FROM sessions; UPDATE installation SET set_up_token_hash = NULL");
  const named = client.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  // Older files have no such tables.
  for (const table of ["password_resets", "trusted_browsers"] as const)
    if (named.get(table) !== undefined) client.exec(`DELETE FROM ${table}`);
}
