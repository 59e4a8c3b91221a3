import { foreignKey, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { collections } from "./collections.ts";
import { users } from "./users.ts";

/** Secrets with which servers and bots report events. The table has only the SHA-256 of a key. */
export const serverKeys = sqliteTable(
  "server_keys",
  {
    workspaceId: integer("workspace_id").notNull(),
    id: integer("id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    name: text("name").notNull(),
    keyHash: text("key_hash").notNull(),
    /** Its last characters, so that a person tells keys apart. */
    ending: text("ending").notNull(),
    createdBy: integer("created_by").references(() => users.id, { onDelete: "set null" }),
    createdAt: integer("created_at").notNull(),
    revokedAt: integer("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    uniqueIndex("server_keys_hash").on(table.keyHash),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [collections.workspaceId, collections.campaignId],
    }).onDelete("cascade"),
  ],
);
