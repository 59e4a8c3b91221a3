import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, type BrowserContext, expect, test } from "@playwright/test";
import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import { workspaceDigest } from "#db/queries/testing/workspace-digest.ts";
import { REPORT_SECTIONS, type ReportLinkInput } from "#lib/access/report-link.ts";
import { noteProbes } from "#lib/testing/sized.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { readPage } from "./read-page.ts";
import { addressOf, POLICY } from "./route-policy.ts";
import { startTenants, type TenantsApp } from "./start-tenants.ts";

/** Another site, whose pages are what a test says. */
async function startSite(page: (path: string) => string) {
  const server = createServer((request, answer) => {
    answer.setHeader("Content-Type", "text/html; charset=utf-8");
    answer.end(`<!doctype html><title>elsewhere</title>${page(request.url ?? "/")}`);
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  // The first is the same site to a browser, which sends our cookies along; the second is not.
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`] as const;
  return { origins, stop: () => server.close() };
}

async function ownerIn(browser: Browser, { app, tenants, cookieOf }: TenantsApp): Promise<BrowserContext> {
  const context = await browser.newContext();
  await context.addCookies([{ ...(await cookieOf(tenants.owner.userId ?? 0)), url: app.url }]);
  return context;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

test("another site changes nothing for whoever is signed in and looks at it; our own page does", async ({
  browser,
}) => {
  test.setTimeout(3 * MINUTE);
  const under = await startTenants();
  const { app, tenants } = under;
  const context = await ownerIn(browser, under);
  const own = await context.newPage();
  const path = "/w/w1/campaigns/1";
  const html = await (await context.request.get(`${app.url}${path}`)).text();
  const form = (await readPage(own, path, html)).forms.find(({ button }) => button === "Archive");
  const fields = form?.fields ?? [];
  expect(fields.length).toBeGreaterThan(0);
  const inputs = fields
    .map(([name, value]) => `<input name="${escaped(name)}" value="${escaped(value)}">`)
    .join("");
  const targets: Readonly<Record<string, string>> = {
    action: `${app.url}${path}`,
    upload: `${app.url}/api/w/w1/imports?campaign=1`,
    "sign-out": `${app.url}/api/auth/signout`,
    "sign-in": `${app.url}/api/auth/callback/credentials`,
  };
  const types = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];
  const site = await startSite((asked) => {
    const { searchParams } = new URL(asked, "http://x.test");
    const target = targets[searchParams.get("target") ?? ""] ?? "";
    if (searchParams.get("by") === "fetch")
      return `<script>const body = new FormData();
        for (const [name, value] of ${JSON.stringify(fields)}) body.append(name, value);
        Promise.allSettled(["no-cors", "cors"].flatMap((mode) => ["POST", "PUT", "DELETE"].map((method) =>
          fetch(${JSON.stringify(target)}, { mode, method, body, credentials: "include" }))))
          .then(() => { document.title = "done"; });</script>`;
    return `<form method="post" enctype="${searchParams.get("type")}" action="${target}">${inputs}</form>
      <script>document.forms[0].submit();</script>`;
  });
  try {
    const before = workspaceDigest(tenants.db, 1);
    const sessions = () => tenants.db.$client.prepare("SELECT count(*) FROM sessions").pluck().get();
    const signedIn = sessions();
    let tried = 0;
    const attacker = await context.newPage();
    for (const origin of site.origins)
      for (const target of Object.keys(targets)) {
        for (const type of types) {
          const answered = attacker.waitForResponse((answer) => answer.url().startsWith(app.url));
          await attacker.goto(`${origin}/?${new URLSearchParams({ target, type })}`).catch(() => undefined);
          expect((await answered).status(), `${origin} ${target} ${type}`).toBe(403);
          tried += 1;
        }
        await attacker.goto(`${origin}/?${new URLSearchParams({ target, by: "fetch" })}`);
        await expect(attacker).toHaveTitle("done");
        tried += 1;
      }
    expect(tried).toBe(32);
    noteProbes(21, tried);
    expect([workspaceDigest(tenants.db, 1), sessions()]).toEqual([before, signedIn]);
    await own.goto(`${app.url}${path}`);
    await own.getByRole("button", { name: "Archive" }).click();
    await expect(own.getByRole("button", { name: "Restore" })).toBeVisible();
    expect(workspaceDigest(tenants.db, 1)).not.toBe(before);
  } finally {
    await context.close();
    site.stop();
    await under.stop();
  }
});

test("looking at pages and files changes nothing", async () => {
  test.setTimeout(3 * MINUTE);
  const under = await startTenants();
  const { app, tenants } = under;
  try {
    const { name, value } = await under.cookieOf(tenants.owner.userId ?? 0);
    const look = async () => {
      for (const pattern of Object.keys(POLICY)) {
        if (pattern.includes("[...nextauth]") || pattern.endsWith("[token]/csv/[section]")) continue;
        const answer = await fetch(`${app.url}${addressOf(pattern, "w1")}`, {
          headers: { Cookie: `${name}=${value}` },
          redirect: "manual",
          signal: AbortSignal.timeout(30_000),
        });
        expect(answer.status, pattern).toBeLessThan(500);
        await answer.body?.cancel();
      }
    };
    const before = [1, 2, 3].map((id) => workspaceDigest(tenants.db, id));
    await look();
    await look();
    expect([1, 2, 3].map((id) => workspaceDigest(tenants.db, id))).toEqual(before);
  } finally {
    await under.stop();
  }
});

test("a report stands in the frames of the sites that its link names, and nothing else of ours in any", async ({
  browser,
}) => {
  test.setTimeout(2 * MINUTE);
  let framed = "";
  const site = await startSite((path) =>
    path === "/nested"
      ? '<iframe id="outer" src="/"></iframe>'
      : `<iframe id="inner" src="${framed}"></iframe><iframe id="sandboxed" sandbox="allow-scripts" src="${framed}"></iframe>`,
  );
  const input: ReportLinkInput = {
    name: "embedded",
    notes: null,
    sections: [...REPORT_SECTIONS],
    dateMode: "free",
    fromDay: null,
    toDay: null,
    expiresOn: null,
    aliases: true,
    csv: false,
    previewCard: false,
    locale: null,
    theme: "light",
    embedOrigins: [site.origins[0]],
  };
  let token = "";
  const under = await startTenants(({ owner }) => {
    token = createReportLink(owner, { campaignId: 1, input, passwordHash: null, now: 0 });
  });
  const context = await ownerIn(browser, under);
  try {
    const page = await context.newPage();
    const shows = async (parent: string, address: string, frame = "#inner") => {
      framed = `${under.app.url}${address}`;
      await page.goto(parent, { waitUntil: "networkidle" });
      const outer = parent.endsWith("/nested") ? page.frameLocator("#outer") : page;
      return (await outer.frameLocator(frame).getByRole("heading", { level: 1 }).count()) > 0;
    };
    const [allowed, other] = site.origins;
    expect(await shows(allowed, `/r/${token}`)).toBe(true);
    expect(await shows(allowed, `/r/${token}`, "#sandboxed")).toBe(true);
    expect(await shows(`${allowed}/nested`, `/r/${token}`)).toBe(true);
    expect(await shows(other, `/r/${token}`)).toBe(false);
    expect(await shows(`${other}/nested`, `/r/${token}`)).toBe(false);
    for (const address of ["/w/w1", "/sign-in", "/account", "/r/report-of-1"])
      for (const origin of site.origins) expect(await shows(origin, address), address).toBe(false);
  } finally {
    await context.close();
    site.stop();
    await under.stop();
  }
});
