import { expect, it } from "vitest";
import { signUnlock } from "#db/auth-store/sign-unlock.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import { revokeReportLink } from "#db/queries/reports/revoke-report-link.ts";
import { databaseOf } from "#db/scope.ts";
import type { ReportLinkInput } from "#lib/access/report-link.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { isReportOpen } from "./is-report-open.ts";

const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const INPUT: ReportLinkInput = {
  ...{ name: "client", notes: null, sections: ["overview"], dateMode: "free", fromDay: null, toDay: null },
  ...{ expiresOn: "2026-03-02", aliases: false, csv: true, previewCard: false, locale: null, theme: "light" },
  embedOrigins: [],
};
const NOW = Date.UTC(2026, 2, 1, 12);
const SECRET = "a secret of tests";

function openReport(passwordHash: string | null) {
  const { own } = openWorkspaces();
  createCampaign(own, { input: CampaignInput.parse({ ...EMPTY, name: "Spring", tool: "app" }), now: 0 });
  const token = createReportLink(own, { campaignId: 1, input: INPUT, passwordHash, now: NOW });
  const db = databaseOf(own);
  const look = (more: { unlock?: string; now?: number } = {}) =>
    isReportOpen(db, { token, unlock: more.unlock, secret: SECRET, now: more.now ?? NOW });
  return { own, db, look };
}

it("is open until its link ends or is revoked", () => {
  const { own, look } = openReport(null);
  expect([look(), look({ now: NOW + HOUR }), look({ now: NOW + 2 * DAY })]).toEqual([true, true, false]);
  revokeReportLink(own, { reportId: 1, now: NOW });
  expect(look()).toBe(false);
});

it("is open to whoever gave its password, until it has another", () => {
  const { db, look } = openReport("a hash");
  const tokenHash = String(db.$client.prepare("SELECT token_hash FROM report_links").pluck().get());
  const unlock = signUnlock({ tokenHash, passwordHash: "a hash" }, NOW + HOUR, SECRET);
  expect([look(), look({ unlock })]).toEqual([false, true]);
  db.$client.prepare("UPDATE report_links SET password_hash = 'another'").run();
  expect(look({ unlock })).toBe(false);
});

it("does not take a fault for an answer", () => {
  const { db, look } = openReport(null);
  db.$client.close();
  expect(() => look()).toThrow("not open");
});
