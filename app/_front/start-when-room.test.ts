import { expect, it } from "vitest";
import { freePort } from "#app/_front/collector/testing/free-port.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import { startWhenRoom } from "#app/_front/start-when-room.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { type RawAnswer, sendRaw } from "#app/_front/testing/send-raw.ts";

const SCRIPT = { text: "// script", gzip: Buffer.from(""), tag: '"tag"' };
const NO_ROOM = Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });

/** A start whose disk is full until `makeRoom`. */
async function start() {
  const port = await freePort();
  const env = {
    databasePath: "/no/such/folder/test.db",
    baseUrl: "http://intishar.test",
    host: "127.0.0.1",
    port,
  };
  const failures: Failure[] = [];
  let tries = 0;
  let error: Error | null = NO_ROOM;
  const begun = startWhenRoom(
    env,
    () => {
      tries += 1;
      if (error !== null) throw error;
      return "begun";
    },
    { script: SCRIPT, log: (failure) => failures.push(failure), lookMs: 5 },
  );
  const makeRoom = () => {
    error = null;
  };
  const fail = (other: Error) => {
    error = other;
  };
  /** An answer of the port, which is let go of for every new try. */
  const ask = async (text: string): Promise<RawAnswer> => {
    for (;;) {
      const answer = await sendRaw(port, text);
      if (answer.status !== 0) return answer;
    }
  };
  return { begun, failures, makeRoom, fail, ask, port, tries: () => tries };
}

it("answers that it is not ready while the disk has no room, and goes on by itself", async () => {
  const { begun, failures, makeRoom, ask, port, tries } = await start();
  const ready = await ask(requestText("GET /readyz"));
  expect([ready.status, JSON.parse(ready.body)]).toEqual([
    503,
    { status: "not ready", checks: { disk: "failed", running: "ok" } },
  ]);
  expect((await ask(requestText("GET /healthz"))).status).toBe(200);
  const events = await ask(requestText("POST /api/v1/events", { "Content-Length": "2" }, "{}"));
  expect([events.status, events.headers["retry-after"], JSON.parse(events.body)]).toEqual([
    503,
    "10",
    { error: "not-stored" },
  ]);
  makeRoom();
  expect(await begun).toBe("begun");
  expect((await sendRaw(port, requestText("GET /readyz"))).status).toBe(0);
  // However often it was tried, it is said once.
  expect(tries()).toBeGreaterThan(1);
  expect(failures.map(({ event, error }) => [event, String(error)])).toEqual([
    ["disk-full", expect.stringMatching(/no room .*database or disk is full.*goes on by itself/)],
  ]);
});

it.each([
  ["en", "Intishar has no room", "/w/alpha"],
  ["ar", "لا تتوفر مساحة", "/w/alpha"],
  ["en", "Intishar has no room", "/s/Abcd12345678aaaaa"],
])("shows a page in %s that loads again by itself", async (language, title, path) => {
  const { begun, makeRoom, ask } = await start();
  const page = await ask(requestText(`GET ${path}`, { "Accept-Language": language }));
  expect([page.status, page.headers["retry-after"], page.headers.refresh]).toEqual([503, "10", "10"]);
  expect(Buffer.from(page.body, "latin1").toString("utf8")).toContain(title);
  makeRoom();
  await begun;
});

it("does not wait for what room would not mend, at first or later", async () => {
  const { begun, fail, ask, port } = await start();
  await ask(requestText("GET /healthz"));
  fail(new Error("the file is another program's"));
  await expect(begun).rejects.toThrow("another program's");
  expect((await sendRaw(port, requestText("GET /healthz"))).status).toBe(0);
});
