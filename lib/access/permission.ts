/** What a principal may do in a workspace. */
export const PERMISSIONS = [
  "campaigns.read",
  "campaigns.write",
  "collection.manage",
  "events.ingest",
  "events.read",
  "events.write",
  "reports.manage",
  "reports.read",
  "team.manage",
  "workspace.manage",
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** A client sees some of the campaigns alone: an agency's customer. */
export const ROLES = ["owner", "editor", "viewer", "client"] as const;
export type Role = (typeof ROLES)[number];

/**
 * The whole matrix of role × permission; a role holds what is listed and nothing else. No role holds `reports.read`
 * or `events.ingest`: they come with a report link and with a key of the collector alone.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: [
    "campaigns.read",
    "campaigns.write",
    "collection.manage",
    "events.read",
    "events.write",
    "reports.manage",
    "team.manage",
    "workspace.manage",
  ],
  editor: [
    "campaigns.read",
    "campaigns.write",
    "collection.manage",
    "events.read",
    "events.write",
    "reports.manage",
  ],
  viewer: ["campaigns.read", "events.read"],
  client: ["campaigns.read", "events.read"],
};
