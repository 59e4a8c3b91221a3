import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { users } from "./users.ts";
import { workspaces } from "./workspaces.ts";

// Times are Unix milliseconds.

const owner = () =>
  integer("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" });

/** Secrets of authenticator apps (RFC 6238), one a person. */
export const totpSecrets = sqliteTable("totp_secrets", {
  userId: integer("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Base32, sealed. */
  secret: text("secret").notNull(),
  createdAt: integer("created_at").notNull(),
  /** When a code of it was first given; null: it does not count yet. */
  confirmedAt: integer("confirmed_at"),
  /** The step whose code was taken last: none up to it is taken again. */
  lastStep: integer("last_step").notNull().default(0),
});

/** Codes that stand in for a second factor, each once: scrypt of them, all of a person's under one salt. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    id: integer("id").primaryKey(),
    userId: owner(),
    codeHash: text("code_hash").notNull(),
    createdAt: integer("created_at").notNull(),
    usedAt: integer("used_at"),
  },
  (table) => [index("recovery_codes_user").on(table.userId)],
);

/** Keys of WebAuthn by which a person signs in without anything else. Bytes are base64url. */
export const passkeys = sqliteTable(
  "passkeys",
  {
    id: integer("id").primaryKey(),
    userId: owner(),
    credentialId: text("credential_id").notNull().unique(),
    publicKey: text("verifier").notNull(),
    /** How often its authenticator says it signed; 0 for one that does not count. */
    counter: integer("counter").notNull(),
    transports: text("transports", { mode: "json" }).$type<readonly string[]>().notNull(),
    name: text("name").notNull(),
    createdAt: integer("created_at").notNull(),
    lastUsedAt: integer("last_used_at"),
  },
  (table) => [index("passkeys_user").on(table.userId)],
);

/** Browsers that are not asked for the second factor. The cookie holds a token; the table only its SHA-256. */
export const trustedBrowsers = sqliteTable(
  "trusted_browsers",
  {
    tokenHash: text("token_hash").primaryKey(),
    userId: owner(),
    /** As in `sessions`. */
    label: text("label").notNull(),
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
  },
  (table) => [index("trusted_browsers_user").on(table.userId)],
);

/** Proofs that were signed for one use and have had it, until they would be past their end anyway. */
export const spentProofs = sqliteTable("spent_proofs", {
  nonce: text("nonce").primaryKey(),
  expiresAt: integer("expires_at").notNull(),
});

/** Changes of how a person signs in, for their own eyes. */
export const signInChanges = sqliteTable(
  "sign_in_changes",
  {
    id: integer("id").primaryKey(),
    userId: owner(),
    kind: text("kind").notNull(),
    /** Browser and system that made it, as in `sessions`. */
    label: text("label").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [index("sign_in_changes_user").on(table.userId)],
);

/** Workspaces whose members need a second factor, and since when. */
export const secondFactorRules = sqliteTable("second_factor_rules", {
  workspaceId: integer("workspace_id")
    .primaryKey()
    .references(() => workspaces.id, { onDelete: "cascade" }),
  since: integer("since").notNull(),
});
