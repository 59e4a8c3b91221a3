import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { answerNotYet, type NotYet } from "#app/_front/answer-not-yet.ts";
import { freePort } from "#app/_front/collector/testing/free-port.ts";
import { site } from "#app/_front/site.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { type RawAnswer, sendRaw } from "#app/_front/testing/send-raw.ts";
import { upgradeWhileServing } from "#app/_front/upgrade-while-serving.ts";
import { pendingMigrations } from "#db/migrate.ts";
import { openDatabase } from "#db/open-database.ts";
import { openLandingReader } from "#db/upgrade/landing-reader.ts";
import { writeOlderFile } from "#db/upgrade/testing/older-file.ts";
import { writePlantedFile } from "#db/upgrade/testing/planted-file.ts";

const SCRIPT = { text: "// script", gzip: Buffer.from(""), tag: '"tag"' };
const BASE_URL = "http://intishar.test";
/** Migrations after which links came, and after which the forest was moved. */
const [BEFORE_LINKS, BEFORE_FOREST] = [2, 7];

const root = mkdtempSync(join(tmpdir(), "intishar-upgrade-"));
beforeAll(() => {
  const source = join(root, "source.db");
  writePlantedFile(source, { isPlain: true, shares: 50 });
  for (const count of [BEFORE_LINKS, BEFORE_FOREST]) writeOlderFile(join(root, `${count}.db`), count, source);
});
afterAll(() => rmSync(root, { recursive: true }));

function olderFile(count: number): string {
  const path = join(mkdtempSync(join(root, "test-")), "test.db");
  cpSync(join(root, `${count}.db`), path);
  return path;
}

/** Asks the answers to requests while 41.7 % of a file are upgraded. */
async function startAnswers(count = BEFORE_FOREST): Promise<(text: string) => Promise<RawAnswer>> {
  const landings = openLandingReader(olderFile(count));
  const state = (): NotYet => ({ kind: "upgrading", done: 0.417 });
  const options = { landings, script: SCRIPT, state, isStopping: () => false };
  const server = createServer(
    { requireHostHeader: false },
    answerNotYet({ ...options, site: site(BASE_URL, "127.0.0.1:1") }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    landings.close();
  });
  const { port } = server.address() as AddressInfo;
  return (text) => sendRaw(port, text);
}

describe("what is answered meanwhile", () => {
  it("is alive, not ready, and says how far it is", async () => {
    const ask = await startAnswers();
    const alive = await ask(requestText("GET /healthz"));
    expect([alive.status, alive.body]).toEqual([200, "ok\n"]);
    const ready = await ask(requestText("GET /readyz", { Host: "10.0.0.5:3000" }));
    expect([ready.status, JSON.parse(ready.body)]).toEqual([
      503,
      { status: "upgrading, 41 %", checks: { database: "upgrading", running: "ok" } },
    ]);
    expect((await ask(requestText("POST /readyz", { "Content-Length": "0" }))).status).toBe(405);
  });

  it("keeps nothing of events, and lets their senders read that they are to come again", async () => {
    const ask = await startAnswers();
    const headers = {
      Origin: "https://shop.example",
      "Content-Type": "application/json",
      "Content-Length": "2",
    };
    const events = await ask(requestText("POST /api/v1/events", headers, "{}"));
    expect([events.status, JSON.parse(events.body)]).toEqual([503, { error: "not-stored" }]);
    expect(events.headers).toMatchObject({
      "retry-after": "10",
      "access-control-allow-origin": "https://shop.example",
    });
    const preflight = await ask(requestText("OPTIONS /api/v1/events", { Origin: "https://shop.example" }));
    expect([preflight.status, preflight.headers["access-control-allow-methods"]]).toEqual([204, "POST"]);
    const script = await ask(requestText("GET /intishar.js"));
    expect([script.status, script.body, script.headers["cache-control"]]).toEqual([
      200,
      "// script",
      expect.stringContaining("public"),
    ]);
  });

  it.each([
    [
      "a link's own page",
      "Abcd12345678aaaaa",
      "https://shop.example/poster?utm_source=poster&ish=Abcd12345678aaaaa",
    ],
    ["the campaign's, for a code of it", "Abcd-abcdefgh", "https://shop.example/spring?ish=Abcd-abcdefgh"],
  ])("sends people on to %s, which is to report the visit", async (_what, code, location) => {
    const ask = await startAnswers();
    const answer = await ask(requestText(`GET /s/${code}`));
    expect([answer.status, answer.headers.location]).toEqual([302, location]);
    expect(answer.headers["x-robots-tag"]).toBe("noindex, nofollow");
  });

  it.each([
    ["paused", "Abcd12345678bbbbb", 410],
    ["another campaign's", "Zzzz12345678bbbbb", 404],
    ["no code", "x", 404],
  ])("says of a code that is %s what it always says", async (_what, code, status) => {
    const ask = await startAnswers();
    expect((await ask(requestText(`GET /s/${code}`))).status).toBe(status);
  });

  it("asks people to come again where the older file knows no links", async () => {
    const ask = await startAnswers(BEFORE_LINKS);
    const answer = await ask(requestText("GET /s/Abcd12345678aaaaa"));
    expect([answer.status, answer.headers["retry-after"], answer.headers.refresh]).toEqual([503, "10", "10"]);
    expect(answer.headers["x-robots-tag"]).toBe("noindex, nofollow");
    expect(answer.body).toContain("41% is done");
  });

  it.each([
    ["en", "ltr", "Intishar is being upgraded", "41% is done"],
    ["ar", "rtl", "يجري تحديث", "اكتمل"],
  ])("shows a page in %s that loads again by itself", async (language, direction, title, text) => {
    const ask = await startAnswers();
    const page = await ask(requestText("GET /w/alpha", { "Accept-Language": language }));
    const body = Buffer.from(page.body, "latin1").toString("utf8");
    expect(page.status).toBe(503);
    expect(page.headers).toMatchObject({ "retry-after": "10", refresh: "10", "cache-control": "no-store" });
    expect(page.headers["content-security-policy"]).toContain("default-src 'self'");
    expect(body).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(body).toContain(title);
    expect(body).toContain(text);
    const post = await ask(requestText("POST /sign-in", { "Content-Length": "0" }));
    expect([post.status, post.body, post.headers["retry-after"]]).toEqual([
      503,
      "503 Service Unavailable\n",
      "10",
    ]);
  });

  it("refuses what is always refused", async () => {
    const ask = await startAnswers();
    expect((await ask(requestText("GET /", { Host: "strange.test" }))).status).toBe(421);
    expect((await ask(requestText("GET //x"))).status).toBe(400);
  });
});

describe("a start", () => {
  async function envFor(databasePath: string) {
    return {
      databasePath,
      newDatabase: false,
      backupPath: null,
      baseUrl: BASE_URL,
      host: "127.0.0.1",
      port: await freePort(),
    };
  }

  /** The first answer on a port that is about to open. */
  async function firstAnswer(port: number, text: string): Promise<RawAnswer> {
    for (;;) {
      const answer = await sendRaw(port, text);
      if (answer.status !== 0) return answer;
    }
  }

  it("over an older file answers until the server takes the port, and upgrades meanwhile", async () => {
    const env = await envFor(olderFile(BEFORE_FOREST));
    const { $client: writer } = openDatabase(env.databasePath);
    writer.exec("BEGIN IMMEDIATE");
    const upgraded = upgradeWhileServing(env, SCRIPT);
    const ready = await firstAnswer(env.port, requestText("GET /readyz"));
    expect([ready.status, JSON.parse(ready.body).status]).toEqual([503, "upgrading, 0 %"]);
    const link = await sendRaw(env.port, requestText("GET /s/Abcd12345678aaaaa"));
    expect(link.status).toBe(302);
    expect(pendingMigrations(env.databasePath).pending).not.toEqual([]);
    writer.exec("ROLLBACK");
    writer.close();

    const waiting = await upgraded;
    expect(pendingMigrations(env.databasePath).pending).toEqual([]);
    const done = await sendRaw(env.port, requestText("GET /readyz"));
    expect(JSON.parse(done.body).status).toBe("upgrading, 100 %");
    expect((await sendRaw(env.port, requestText("GET /s/Abcd12345678aaaaa"))).status).toBe(302);
    waiting.stop();
    expect((await sendRaw(env.port, requestText("GET /readyz"))).status).toBe(0);
  });

  it("over a file that cannot be upgraded lets go of the port, and leaves the file", async () => {
    const env = await envFor(olderFile(BEFORE_FOREST));
    const { $client: breaking } = openDatabase(env.databasePath);
    breaking.exec("CREATE TABLE shares_before (a)");
    breaking.close();
    await expect(upgradeWhileServing(env, SCRIPT)).rejects.toThrow(
      /file is as it was\. Migration 0007_forest_rows, statement 1 of 13: .*A copy made before it is .*test\.before-0007/,
    );
    expect((await sendRaw(env.port, requestText("GET /healthz"))).status).toBe(0);
    expect(pendingMigrations(env.databasePath).pending).not.toEqual([]);
  });

  it("without a file opens no port and makes one, but not where another is missing", async () => {
    const env = await envFor(join(mkdtempSync(join(root, "test-")), "new.db"));
    const { stop } = await upgradeWhileServing(env, SCRIPT);
    expect((await sendRaw(env.port, requestText("GET /healthz"))).status).toBe(0);
    stop();
    expect(pendingMigrations(env.databasePath)).toEqual({ isNew: false, pending: [] });
    cpSync(env.databasePath, `${env.databasePath}.mark`);
    rmSync(env.databasePath);
    await expect(upgradeWhileServing(env, SCRIPT)).rejects.toThrow(/missing or empty/);
    expect(readdirSync(join(env.databasePath, ".."))).not.toContain("new.db");
    await upgradeWhileServing({ ...env, newDatabase: true }, SCRIPT);
    expect(pendingMigrations(env.databasePath)).toEqual({ isNew: false, pending: [] });
  });
});
