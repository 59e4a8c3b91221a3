import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { openDatabase } from "#db/open-database.ts";
import { workspaceDigest } from "#db/queries/testing/workspace-digest.ts";
import { addMember } from "#e2e/add-member.ts";
import { createFirstAccount } from "#e2e/create-first-account.ts";
import { test } from "#e2e/fixtures.ts";
import { createCampaign } from "#e2e/journeys/create-campaign.ts";
import { importShareLog } from "#e2e/journeys/import-share-log.ts";
import { makeReport } from "#e2e/journeys/make-report.ts";
import { startCollecting } from "#e2e/journeys/start-collecting.ts";
import { ownerAccount } from "#e2e/owner-account.ts";
import type { RunningApp } from "#e2e/serve.ts";
import { signIn } from "#e2e/sign-in.ts";
import { type Asker, askerOf } from "./asker.ts";
import { ALL, MAY_OPEN, OWN, OWNERS, TAKES_ONLY } from "./may-open.ts";
import { type Form, readPage } from "./read-page.ts";

const APP = new URL("../../app/", import.meta.url).pathname;

/** A workspace with one of everything, and the path of its campaign. */
async function setUp(app: RunningApp, page: Page): Promise<string> {
  await createFirstAccount(page, app.setUpLink(), ownerAccount);
  await signIn(page, app.url, ownerAccount);
  const campaign = await createCampaign(page, "Spring");
  await importShareLog(page);
  await startCollecting(page, campaign);
  await makeReport(page, campaign, { name: "For the client" });
  return new URL(campaign).pathname;
}

/** Where each file of `MAY_OPEN` answers. */
function addressOf(file: string, campaign: string): string {
  const [, slug = "", id = ""] = /\/w\/([^/]+)\/campaigns\/(\d+)/.exec(campaign) ?? [];
  const path = file.replace(/\/?(page\.tsx|route\.ts)$/, "");
  const names = { workspace: slug, campaign: id, root: "alpha", person: "p_alpha1", table: "channels" };
  return `/${path}`.replace(/\[(\w+)\]/g, (_, name: string) => ({ ...names })[name as "root"] ?? "1");
}

test("each role opens what it may, is shown no way into anything else, and no form lets it in", async ({
  emptyApp: app,
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  const campaign = await setUp(app, page);
  const db = openDatabase(app.databasePath);
  db.$client.exec("INSERT INTO workspaces VALUES (2, 'elsewhere', 'Elsewhere', 'UTC', 0)");
  const [editor, viewer, client, stranger, nobody] = [
    await askerOf(browser, app, await addMember(app, { role: "editor" })),
    await askerOf(browser, app, await addMember(app, { role: "viewer" })),
    await askerOf(browser, app, await addMember(app, { role: "client" })),
    await askerOf(browser, app, await addMember(app, { role: "owner", workspaceId: 2 })),
    await askerOf(browser, app, null),
  ];
  const files = Object.keys(MAY_OPEN);
  const addressOfFile = (file: string) => addressOf(file, campaign);

  await test.step("the list is whole", () => {
    const found = ["w", "api/w"].flatMap((folder) =>
      readdirSync(join(APP, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
        .map((file) => join(folder, file)),
    );
    expect(found.filter((file) => !TAKES_ONLY.includes(file)).sort()).toEqual(files.sort());
  });

  await test.step("each address answers each role, and strangers as if there were nothing", async () => {
    for (const file of files) {
      const path = addressOfFile(file);
      const answers = [editor, viewer, client, stranger, nobody].map((asker) => asker.status(path));
      const forStranger = MAY_OPEN[file] === OWN ? 200 : 404;
      const forViewer = MAY_OPEN[file] === ALL ? 200 : forStranger;
      const forEditor = MAY_OPEN[file] === OWNERS ? 404 : 200;
      expect(await Promise.all(answers), path).toEqual([forEditor, forViewer, forViewer, forStranger, 307]);
    }
    const links = `/api${campaign}/csv/report-links`;
    expect([await editor.status(links), await viewer.status(links)]).toEqual([200, 404]);
  });

  const pagesOf = async (asker: Asker, mayOpen: (file: string) => boolean) => {
    const forms = new Map<string, Form>();
    const links = new Set<string>();
    for (const file of files.filter((name) => name.startsWith("w/") && mayOpen(name))) {
      const path = addressOfFile(file);
      const read = await readPage(page, path, await asker.html(path));
      for (const form of read.forms) forms.set(form.action, form);
      for (const link of read.links) links.add(link);
    }
    return { forms, links };
  };
  const [edited, viewed] = [
    await pagesOf(editor, (file) => MAY_OPEN[file] !== OWNERS),
    await pagesOf(viewer, (file) => MAY_OPEN[file] === ALL),
  ];

  await test.step("whatever a viewer's pages link to opens", async () => {
    const opened = new Set(files.filter((file) => MAY_OPEN[file] === ALL).map(addressOfFile));
    const others = [...viewed.links].filter((link) => !opened.has(link));
    expect(viewed.links.size).toBeGreaterThan(others.length + 20);
    for (const link of others) expect(await viewer.status(link), link).toBeLessThan(400);
  });

  const hidden = [...edited.forms.values()].filter(({ action }) => !viewed.forms.has(action));
  const buttonsOf = (forms: Iterable<Form>) => [...forms].map(({ button }) => button).sort();

  await test.step("the forms that only editors are shown are refused to anybody else who sends them", async () => {
    expect(buttonsOf(hidden)).toEqual([
      "Archive",
      "Block",
      "Create campaign",
      "Create the link",
      "Exchange it",
      "Exchange it",
      "Exchange it",
      "Forget them",
      "Make a key",
      "Make the link",
      "Pause Newsletter",
      "Pause collection",
      "Revoke For the client",
      "Save",
      "Save changes",
      "Save changes",
      "Save note",
      "Save the test",
    ]);
    const before = workspaceDigest(db, 1);
    for (const { path, fields, button } of hidden)
      for (const asker of [viewer, client, stranger])
        expect(await asker.send(path, fields), button).toBe(404);
    expect(workspaceDigest(db, 1)).toBe(before);
    for (const { path, fields, button } of hidden)
      expect([200, 303], button).toContain(await editor.send(path, fields));
    expect(workspaceDigest(db, 1)).not.toBe(before);
  });

  await test.step("the forms that a viewer is shown are about the viewer's own browser, and go through", async () => {
    const forms = [...viewed.forms.values()];
    expect(buttonsOf(forms)).toEqual(["Sign out", "Switch to dark", "العربية"]);
    const home = addressOfFile("w/[workspace]/page.tsx");
    for (const { path, fields, button } of forms) {
      expect(await viewer.status(home)).toBe(200);
      expect([200, 303], button).toContain(await viewer.send(path, fields));
    }
  });
  db.$client.close();
});
