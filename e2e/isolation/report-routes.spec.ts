import { expect } from "@playwright/test";
import { readAuthSecrets } from "#app/_front/read-auth-secret.ts";
import { openDatabase } from "#db/open-database.ts";
import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import { listReportLinks } from "#db/queries/reports/list-report-links.ts";
import { revokeReportLink } from "#db/queries/reports/revoke-report-link.ts";
import { openOperatorScope } from "#db/scope.ts";
import { Vault } from "#db/vault/vault.ts";
import { test } from "#e2e/fixtures.ts";
import { REPORT_SECTIONS, type ReportLinkInput } from "#lib/access/report-link.ts";

const LINK: ReportLinkInput = {
  ...{ name: "open", notes: null, sections: [...REPORT_SECTIONS], dateMode: "bounded" },
  ...{ fromDay: "2026-02-20", toDay: "2026-03-10", expiresOn: null, aliases: true, csv: true },
  ...{ previewCard: false, locale: null, theme: "light", embedOrigins: [] },
};
const FILES = REPORT_SECTIONS.map((section) => `/csv/${section}`);
const ROUTES = ["", ...FILES];

test("every route of a report gives what its link gives, and to anybody else nothing", async ({
  app,
  campaign,
  browser,
}) => {
  const [, slug = "", id = ""] = /\/w\/([^/]+)\/campaigns\/(\d+)/.exec(campaign) ?? [];
  const { databasePath } = app;
  const secrets = readAuthSecrets({ authSecret: null, authSecretPrevious: [], databasePath });
  const db = openDatabase(databasePath, { vault: new Vault(secrets) });
  const scope = openOperatorScope(db, slug);
  const make = (more: Partial<ReportLinkInput>, passwordHash: string | null = null) => {
    const input = { ...LINK, ...more };
    return createReportLink(scope, { campaignId: Number(id), input, passwordHash, now: Date.now() });
  };
  const open = make({});
  const revoked = make({ name: "revoked" });
  const row = listReportLinks(scope, { campaignId: Number(id), now: Date.now() }).find(
    ({ name }) => name === "revoked",
  );
  revokeReportLink(scope, { reportId: row?.id ?? 0, now: Date.now() });
  const [expired, narrow, fileless] = [
    make({ name: "expired", expiresOn: "2026-03-31" }),
    make({ name: "narrow", sections: ["overview"] }),
    make({ name: "fileless", csv: false }),
  ];
  const locked = make({ name: "locked" }, "a hash that no password has");
  db.$client.close();

  const context = await browser.newContext();
  const statuses = (token: string, query = "", routes: readonly string[] = ROUTES) =>
    Promise.all(
      routes.map(async (route) => {
        const answer = await context.request.get(`${app.url}/r/${token}${route}${query}`, {
          maxRedirects: 0,
        });
        return answer.status();
      }),
    );
  const all = (status: number, routes: readonly string[] = ROUTES) => routes.map(() => status);

  expect(await statuses(open)).toEqual(all(200));
  expect(await statuses(open, "?from=2026-02-20&to=2026-03-10")).toEqual(all(200));
  expect(await statuses(open, "?from=2026-02-19")).toEqual(all(404));
  expect(await statuses(open, "?to=2026-03-11")).toEqual(all(404));
  expect(await statuses("")).not.toContain(200);
  for (const token of [`${open}x`, open.slice(1), open.split("").reverse().join(""), expired, revoked])
    expect(await statuses(token)).toEqual(all(404));
  // Whoever has the link but not its password is asked for it, and told nothing.
  expect(await statuses(locked)).toEqual([200, ...all(404, FILES)]);
  const asked = await (await context.request.get(`${app.url}/r/${locked}`)).text();
  expect(asked).not.toContain("Spring data bundle");
  expect(await statuses(narrow)).toEqual([200, 200, ...all(404, FILES.slice(1))]);
  expect(await statuses(fileless)).toEqual([200, ...all(404, FILES)]);
  await context.close();
});
