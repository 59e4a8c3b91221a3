import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, expect } from "@playwright/test";
import { canPreload, preload } from "#app/_front/collector/testing/preload.ts";
import { openDatabase } from "#db/open-database.ts";
import { test } from "#e2e/fixtures.ts";
import { PLANTED_SECRET, type PlantedApp, plantApp } from "#e2e/plant-app.ts";
import { startApp } from "#e2e/serve.ts";
import { HOUR, MINUTE } from "#lib/time/lengths.ts";

// As it stands on the page, not among the sentences that every page brings along.
const NOTICE = "Nothing can be saved at the moment.</strong>";
const FAULTS = ["full", "read-only"] as const;

/** Makes the owner's next look one that is worth writing down. */
function forgetLook(databasePath: string): void {
  const db = openDatabase(databasePath);
  db.$client.prepare("UPDATE sessions SET last_seen_at = ?").run(Date.now() - HOUR);
  db.$client.close();
}

/** Asks for one of each kind of answer. */
async function statuses(
  request: APIRequestContext,
  url: string,
  { serverKey, stem, token, cookie }: PlantedApp,
) {
  const get = async (path: string) =>
    (await request.get(`${url}${path}`, { maxRedirects: 0, headers: { Cookie: cookie } })).status();
  const id = crypto.randomUUID();
  const event = { id, kind: "share", person: "p", code: id, channel: "x" };
  const headers = { Authorization: `Bearer ${serverKey}` };
  return {
    events: (await request.post(`${url}/api/v1/events`, { headers, data: event })).status(),
    page: await get("/w/w/campaigns/1"),
    account: await get("/account"),
    csv: await get("/api/w/w/campaigns/1/csv/channels"),
    raw: await get("/api/w/w/campaigns/1/events"),
    report: await get(`/r/${token}`),
    reportCsv: await get(`/r/${token}/csv/channels`),
    redirect: await get(`/s/${stem}-aaaaaa`),
    ready: await get("/readyz"),
    isTold: (await (await request.get(`${url}/w/w`, { headers: { Cookie: cookie } })).text()).includes(
      NOTICE,
    ),
  };
}

const READING = { page: 200, account: 200, csv: 200, raw: 200, report: 200, reportCsv: 200, redirect: 302 };
const WELL = { ...READING, events: 202, ready: 200, isTold: false };
const FAULTY = { ...READING, events: 503, ready: 503, isTold: true };

test.skip(!canPreload, "needs a compiler to make a disk that is full");

test("what is read goes on while nothing can be written, and writing resumes by itself", async ({
  request,
}) => {
  test.setTimeout(3 * MINUTE);
  const folder = mkdtempSync(join(tmpdir(), "intishar-disk-"));
  const env = { ...preload(folder), AUTH_SECRET: PLANTED_SECRET };
  const databasePath = join(folder, "data", "test.db");
  const planted = await plantApp(databasePath);
  const app = await startApp({ databasePath, env });
  try {
    const look = () => statuses(request, app.url, planted);
    expect(await look()).toEqual(WELL);
    for (const fault of FAULTS) {
      forgetLook(databasePath);
      writeFileSync(join(folder, "data", fault), "");
      await expect.poll(look, { timeout: 20_000 }).toEqual(FAULTY);
      // As long as it lasts, whether or not anybody sends events.
      for (let time = 0; time < 3; time += 1) {
        await new Promise((resolve) => setTimeout(resolve, 1100));
        expect((await request.get(`${app.url}/readyz`)).status()).toBe(503);
      }
      expect(await look()).toEqual(FAULTY);
      rmSync(join(folder, "data", fault));
      await expect.poll(look, { timeout: 20_000 }).toEqual(WELL);
    }
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true });
  }
});
