import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { openDatabase } from "#db/open-database.ts";
import { test } from "#e2e/fixtures.ts";
import { PLANTED_SECRET, plantApp } from "#e2e/plant-app.ts";
import { startApp } from "#e2e/serve.ts";

const BROWSER =
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

test("after a clean stop the database file alone holds everything", async ({ request }) => {
  const folder = mkdtempSync(join(tmpdir(), "intishar-stop-"));
  const databasePath = join(folder, "test.db");
  const { serverKey, token, cookie } = await plantApp(databasePath);
  const app = await startApp({ databasePath, env: { AUTH_SECRET: PLANTED_SECRET } });
  const headers = { Authorization: `Bearer ${serverKey}` };
  const events = Array.from({ length: 12 }, (_, n) => ({
    id: `e${n}`,
    kind: "share",
    person: "p",
    code: `c${n}`,
  }));
  expect((await request.post(`${app.url}/api/v1/events`, { headers, data: { events } })).status()).toBe(202);
  expect((await request.get(`${app.url}/w/w`, { headers: { Cookie: cookie } })).status()).toBe(200);
  // An opening is a browser's: what a program asks for is none.
  expect((await request.get(`${app.url}/r/${token}`, { headers: { "User-Agent": BROWSER } })).status()).toBe(
    200,
  );
  await app.stop();
  expect([`${databasePath}-wal`, `${databasePath}-shm`].filter((path) => existsSync(path))).toEqual([]);
  const alone = join(folder, "alone.db");
  copyFileSync(databasePath, alone);
  const db = openDatabase(alone);
  const read = (sql: string) => db.$client.prepare(sql).pluck().get();
  expect(read("SELECT count(*) FROM journal")).toBe(12);
  expect(read("SELECT acknowledged FROM installation")).toBe(12);
  // What reading left behind is written at the latest then.
  expect(read("SELECT sum(count) FROM report_opens")).toBe(1);
  expect(read("SELECT last_seen_at > created_at FROM sessions")).toBe(1);
  db.$client.close();
  rmSync(folder, { recursive: true });
});
