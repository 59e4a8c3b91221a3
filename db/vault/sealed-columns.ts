/** A column that holds sealed text. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** Column that numbers the rows of a workspace. */
  readonly rowId: string;
  /** Column with the SHA-256 of the text, where rows are found by it. */
  readonly hash: string | null;
  /** Whether it is a person's and of no workspace: it is sealed as of workspace 0. */
  readonly isOfPerson?: true;
  /** What is there, for whoever reads the log of a start. */
  readonly noun: string;
}

export const SIGNING_KEY: SealedColumn = {
  table: "collections",
  column: "signing_key",
  rowId: "campaign_id",
  hash: null,
  noun: "keys that sign codes",
};

/** Of keys that were exchanged, and whose codes are still good. */
export const PAST_SIGNING_KEY: SealedColumn = {
  table: "retired_keys",
  column: "signing_key",
  rowId: "id",
  hash: null,
  noun: "former keys that signed codes",
};

export const PUBLIC_KEY: SealedColumn = {
  table: "collections",
  column: "public_key",
  rowId: "campaign_id",
  hash: "public_key_hash",
  noun: "public keys",
};

export const ALIAS_KEY: SealedColumn = {
  table: "report_links",
  column: "alias_key",
  rowId: "id",
  hash: null,
  noun: "keys of made-up names",
};

export const TOTP_SECRET: SealedColumn = {
  table: "totp_secrets",
  column: "secret",
  rowId: "user_id",
  hash: null,
  isOfPerson: true,
  noun: "secrets of authenticator apps",
};

/**
 * Every secret of the file that has to be read again. What else there is needs no seal:
 * - passwords (`users`, `report_links`) are scrypt; ids of sessions, tokens of report and set-up links and of trusted
 *   browsers and keys of servers are SHA-256 of 256 random bits, recovery codes scrypt of 45: nobody needs them back, and a copy of the file opens nothing with them;
 * - stems and codes are addresses that people hand round, and name shares in every table that is counted;
 * - the salt of device names is in memory alone, and gone with the day;
 * - the key that seals scopes between threads is in memory alone;
 * - a message that was set aside (`quarantined_events.raw`) is rid of keys before it is stored; a row of a file
 *   (`quarantine.raw`) is as its owner brought it, and has none of ours.
 */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  SIGNING_KEY,
  PAST_SIGNING_KEY,
  PUBLIC_KEY,
  ALIAS_KEY,
  TOTP_SECRET,
];
