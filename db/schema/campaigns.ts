import { integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { AudiencePlan } from "#lib/domain/audience-plan.ts";
import type { Tool } from "#lib/domain/campaign.ts";
import { workspaces } from "./workspaces.ts";

/** One thing being spread. */
export const campaigns = sqliteTable(
  "campaigns",
  {
    workspaceId: integer("workspace_id")
      .notNull()
      .references(() => workspaces.id, { onDelete: "cascade" }),
    id: integer("id").notNull(),
    name: text("name").notNull(),
    description: text("description"),
    tool: text("tool").$type<Tool>().notNull(),
    /** Days as YYYY-MM-DD in the workspace's zone. */
    startsOn: text("starts_on"),
    endsOn: text("ends_on"),
    spend: real("spend"),
    currency: text("currency"),
    audience: text("audience"),
    /** The audience as values of attributes, to lay beside those of the people reached. */
    audiencePlan: text("audience_plan", { mode: "json" }).$type<AudiencePlan>(),
    goal: text("goal"),
    /** Made by the simulator: every page says so. */
    simulated: integer("simulated", { mode: "boolean" }).notNull().default(false),
    createdAt: integer("created_at").notNull(),
    archivedAt: integer("archived_at"),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.id] }),
    // The import command finds a campaign by its name.
    uniqueIndex("campaigns_name").on(table.workspaceId, table.name),
  ],
);
