import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** People who sign in. They belong to workspaces through memberships. Times are Unix milliseconds. */
export const users = sqliteTable("users", {
  id: integer("id").primaryKey(),
  /** Canonical form; see lib/domain/canonical-email.ts. */
  email: text("email").notNull().unique(),
  /** As the person writes it; null: they gave none. */
  name: text("name"),
  passwordHash: text("password_hash").notNull(),
  createdAt: integer("created_at").notNull(),
  /** The last sign-in, and the one before it; null when there was none. */
  signedInAt: integer("signed_in_at"),
  signedInBefore: integer("signed_in_before"),
});

/** Wrong passwords given for an account, by day: however many there are, one row. */
export const signInFailures = sqliteTable(
  "sign_in_failures",
  {
    userId: integer("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** YYYY-MM-DD in UTC. */
    day: text("day").notNull(),
    count: integer("count").notNull(),
    lastAt: integer("last_at").notNull(),
    /** From where the last of them came: a network of many, not an address. */
    network: text("network").notNull(),
    /** Those of strangers in the last window of guessing, and when it began: so that a restart gives none back. */
    guesses: integer("guesses").notNull().default(0),
    guessesSince: integer("guesses_since").notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.userId, table.day] })],
);

/** Links by which somebody sets a new password, once. The link holds the token; the table only its SHA-256. */
export const passwordResets = sqliteTable("password_resets", {
  userId: integer("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  tokenHash: text("token_hash").notNull().unique(),
  expiresAt: integer("expires_at").notNull(),
  /** When it was used; null: it was not. */
  usedAt: integer("used_at"),
});
