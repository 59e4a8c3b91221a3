import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { openDatabase } from "#db/open-database.ts";
import { test } from "#e2e/fixtures.ts";
import { PLANTED_SECRET, plantApp } from "#e2e/plant-app.ts";
import { startApp } from "#e2e/serve.ts";
import { MINUTE } from "#lib/time/lengths.ts";

/** Ways of a member to lose their access. */
const LOSSES = [
  ["signed out", "DELETE FROM sessions"],
  ["removed", "DELETE FROM memberships"],
  ["past their session's end", "UPDATE sessions SET expires_at = 1"],
] as const;
const LIVE = "/api/w/w/campaigns/1/live";
const UPLOAD = "/api/w/w/imports?campaign=1&name=log.csv";
const KEEP = `CREATE TEMP TABLE kept_sessions AS SELECT * FROM sessions;
  CREATE TEMP TABLE kept_memberships AS SELECT * FROM memberships`;
const RESTORE = `DELETE FROM sessions; INSERT INTO sessions SELECT * FROM kept_sessions;
  DELETE FROM memberships; INSERT INTO memberships SELECT * FROM kept_memberships`;
/** Far below the minute that a stream lasts by itself. */
const SOON_MS = 20_000;

/** Answers to `path` once it has begun. */
async function begin(sent: ClientRequest): Promise<IncomingMessage> {
  const [answer] = await once(sent, "response");
  return answer;
}

test("whoever loses their access soon reads and sends no more", async () => {
  test.setTimeout(2 * MINUTE);
  const folder = mkdtempSync(join(tmpdir(), "intishar-live-"));
  const databasePath = join(folder, "test.db");
  const { cookie } = await plantApp(databasePath);
  const app = await startApp({ databasePath, env: { AUTH_SECRET: PLANTED_SECRET } });
  const db = openDatabase(databasePath);
  db.$client.exec(KEEP);
  const stored = () =>
    existsSync(join(folder, "uploads")) ? readdirSync(join(folder, "uploads")).length : 0;
  const ask = (path: string, method = "GET") =>
    request(`${app.url}${path}`, { method, agent: false, headers: { Cookie: cookie, Origin: app.url } });
  try {
    for (const [name, sql] of LOSSES) {
      const stream = await begin(ask(LIVE).end());
      expect([name, stream.statusCode]).toEqual([name, 200]);
      // Two of its messages come at least, so that it is not its beginning that ends it.
      await once(stream, "data");
      await once(stream, "data");
      const upload = ask(UPLOAD, "POST");
      upload.on("error", () => undefined);
      upload.write("id,time\n");
      await expect.poll(stored).toBe(1);
      const refused = begin(upload);
      const ended = once(stream, "close", { signal: AbortSignal.timeout(SOON_MS) });
      stream.resume();
      db.$client.exec(sql);
      await ended;
      const { statusCode } = await refused;
      expect([name, statusCode]).toEqual([name, 404]);
      upload.destroy();
      expect(stored()).toBe(0);
      db.$client.exec(RESTORE);
    }
  } finally {
    db.$client.close();
    await app.stop();
    rmSync(folder, { recursive: true });
  }
  // Nothing of it is a fault: the last that was said is said at the start.
  expect(app.output().trimEnd().split("\n").at(-1)).toContain("/set-up/");
});
