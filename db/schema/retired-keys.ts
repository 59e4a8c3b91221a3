import { foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { RotatedKey } from "#lib/domain/collection.ts";
import { campaigns } from "./campaigns.ts";

/** What a campaign's keys were before: until `endsAt` they are as good as those in use. */
export const retiredKeys = sqliteTable(
  "retired_keys",
  {
    workspaceId: integer("workspace_id").notNull(),
    campaignId: integer("campaign_id").notNull(),
    /** Numbers them in the workspace. */
    id: integer("id").notNull(),
    kind: text("kind").$type<RotatedKey>().notNull(),
    /** A stem as it was, or the SHA-256 of a public key; null of a key that signed. */
    value: text("value"),
    /** A key that signed, sealed. */
    signingKey: text("signing_key"),
    retiredAt: integer("retired_at").notNull(),
    /** First instant at which it is good for nothing; null: never. */
    endsAt: integer("ends_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("retired_keys_value").on(table.kind, table.value),
    foreignKey({
      columns: [table.workspaceId, table.campaignId],
      foreignColumns: [campaigns.workspaceId, campaigns.id],
    }).onDelete("cascade"),
  ],
);
