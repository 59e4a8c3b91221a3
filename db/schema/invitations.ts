import { foreignKey, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Role } from "#lib/access/permission.ts";
import { users } from "./users.ts";
import { workspaces } from "./workspaces.ts";

/** Links by which somebody joins a workspace, once. The link holds the token; the table only its SHA-256. */
export const invitations = sqliteTable(
  "invitations",
  {
    workspaceId: integer("workspace_id").notNull(),
    id: integer("id").notNull(),
    tokenHash: text("token_hash").notNull().unique(),
    /** Canonical; null: whoever holds the link. */
    email: text("email"),
    role: text("role").$type<Role>().notNull(),
    /** What a client will see. */
    campaigns: text("campaigns", { mode: "json" }).$type<readonly number[]>().notNull(),
    invitedBy: integer("invited_by").references(() => users.id, { onDelete: "set null" }),
    /** Unix milliseconds, like all below. */
    createdAt: integer("created_at").notNull(),
    expiresAt: integer("expires_at").notNull(),
    usedAt: integer("used_at"),
    usedBy: integer("used_by").references(() => users.id, { onDelete: "set null" }),
    revokedAt: integer("revoked_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    index("invitations_email").on(table.email),
    foreignKey({ columns: [table.workspaceId], foreignColumns: [workspaces.id] }).onDelete("cascade"),
  ],
);
