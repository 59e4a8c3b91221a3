import { readdirSync } from "node:fs";
import type { Permission } from "#lib/access/permission.ts";

const APP = new URL("../../app", import.meta.url).pathname;
const CAMPAIGN = "/w/[workspace]/campaigns/[campaign]";
const API = `/api${CAMPAIGN}`;

/** Who may read what: a permission in the workspace, or why it is for others. A page without a line here fails the test. */
export const POLICY: Readonly<Record<string, Permission | "anybody" | "token" | "oneself">> = {
  "/": "oneself",
  "/account": "oneself",
  "/w": "oneself",
  "/join/[token]": "token",
  "/account/security": "oneself",
  "/sign-in": "anybody",
  "/set-up/[token]": "token",
  "/reset-password/[token]": "token",
  "/api-reference": "anybody",
  "/api/v1/openapi.json": "anybody",
  "/api/auth/[...nextauth]": "anybody",
  "/r/[token]": "token",
  "/r/[token]/csv/[section]": "token",
  "/w/[workspace]": "campaigns.read",
  "/w/[workspace]/definitions": "campaigns.read",
  "/w/[workspace]/settings/backups": "workspace.manage",
  "/w/[workspace]/settings/team": "team.manage",
  "/w/[workspace]/settings/team/[member]": "team.manage",
  "/w/[workspace]/settings/security": "workspace.manage",
  "/w/[workspace]/tools": "campaigns.read",
  "/w/[workspace]/campaigns/new": "campaigns.write",
  [CAMPAIGN]: "campaigns.read",
  [`${CAMPAIGN}/audience`]: "campaigns.read",
  [`${CAMPAIGN}/cascades`]: "campaigns.read",
  [`${CAMPAIGN}/cascades/[root]`]: "campaigns.read",
  [`${CAMPAIGN}/channels`]: "campaigns.read",
  [`${CAMPAIGN}/cohorts`]: "campaigns.read",
  [`${CAMPAIGN}/collect`]: "campaigns.read",
  [`${CAMPAIGN}/collect/controls`]: "collection.manage",
  [`${CAMPAIGN}/collect/new`]: "collection.manage",
  [`${CAMPAIGN}/collect/quality`]: "events.read",
  [`${CAMPAIGN}/collect/set-up`]: "collection.manage",
  [`${CAMPAIGN}/compare`]: "campaigns.read",
  [`${CAMPAIGN}/edit`]: "campaigns.write",
  [`${CAMPAIGN}/forecast`]: "campaigns.read",
  [`${CAMPAIGN}/funnel`]: "campaigns.read",
  [`${CAMPAIGN}/import`]: "events.read",
  [`${CAMPAIGN}/import/[import]`]: "events.read",
  [`${CAMPAIGN}/live`]: "campaigns.read",
  [`${CAMPAIGN}/numbers`]: "campaigns.read",
  [`${CAMPAIGN}/reports`]: "reports.manage",
  [`${CAMPAIGN}/reports/[report]`]: "reports.manage",
  [`${CAMPAIGN}/reports/new`]: "reports.manage",
  [`${CAMPAIGN}/sharers`]: "campaigns.read",
  [`${CAMPAIGN}/sharers/[person]`]: "campaigns.read",
  [`${CAMPAIGN}/value`]: "campaigns.read",
  [`${CAMPAIGN}/viral-coefficient`]: "campaigns.read",
  "/api/w/[workspace]/campaigns": "campaigns.read",
  "/api/w/[workspace]/tools/[table]": "campaigns.read",
  "/api/w/[workspace]/imports": "events.write",
  "/api/w/[workspace]/imports/[import]": "events.read",
  "/api/w/[workspace]/imports/[import]/errors": "events.read",
  [`${API}/csv/[table]`]: "campaigns.read",
  [`${API}/events`]: "events.read",
  [`${API}/facets`]: "campaigns.read",
  [`${API}/intake`]: "campaigns.read",
  [`${API}/links/[link]/qr`]: "campaigns.read",
  [`${API}/live`]: "campaigns.read",
  [`${API}/sharers`]: "campaigns.read",
  [`${API}/zip`]: "campaigns.read",
};

/** What stands in an address: rows that the workspaces 1 and 3 both have, under the same names. */
const VALUES: Readonly<Record<string, string>> = {
  campaign: "1",
  import: "1",
  link: "1",
  member: "100",
  person: "p0",
  report: "1",
  root: "common-0",
  section: "overview",
  table: "channels",
};

/** The address of a page or route in a workspace. */
export function addressOf(pattern: string, workspace: string): string {
  return pattern.replaceAll(/\[(\w+)\]/g, (_, name: string) =>
    name === "workspace" ? workspace : (VALUES[name] ?? name),
  );
}

/** Every page and every route that the app has, by its pattern. */
export function patternsOfApp(): string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file.replace(/\/?(page\.tsx|route\.ts)$/, "").replace(/^\(auth\)\//, "")}`)
    .sort();
}
