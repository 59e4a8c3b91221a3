import { expect, test, vi } from "vitest";
import { readiness } from "#app/_front/readiness.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";

const works = { name: "database", check: () => undefined };
const fails = {
  name: "disk",
  check: () => {
    throw new Error("full, at a path that is nobody's business");
  },
};

test("a server whose checks pass is alive and ready, to anybody who can reach it", async () => {
  const { port } = await startTestServer({ readinessChecks: [works] });
  const live = await sendRaw(port, requestText("GET /healthz", { Host: "10.0.0.5:3000" }));
  expect([live.status, live.body]).toEqual([200, "ok\n"]);
  const ready = await sendRaw(port, requestText("GET /readyz", { Host: "10.0.0.5:3000" }));
  expect([ready.status, JSON.parse(ready.body)]).toEqual([
    200,
    { status: "ready", checks: { database: "ok", running: "ok" } },
  ]);
  expect(ready.headers["set-cookie"]).toBeUndefined();
});

test("a server with a failing check is alive, not ready, and says which without saying why", async () => {
  const { port } = await startTestServer({ readinessChecks: [works, fails] });
  expect((await sendRaw(port, requestText("GET /healthz"))).status).toBe(200);
  const ready = await sendRaw(port, requestText("GET /readyz"));
  expect([ready.status, JSON.parse(ready.body)]).toEqual([
    503,
    { status: "not ready", checks: { database: "ok", disk: "failed", running: "ok" } },
  ]);
});

test("a server with a check that warns is ready, and says so", async () => {
  const warns = { name: "disk", check: () => "warning" as const };
  const { port } = await startTestServer({ readinessChecks: [works, warns] });
  const ready = await sendRaw(port, requestText("GET /readyz"));
  expect([ready.status, JSON.parse(ready.body)]).toEqual([
    200,
    { status: "ready", checks: { database: "ok", disk: "warning", running: "ok" } },
  ]);
});

test("probes may ask with HEAD, and with nothing that changes", async () => {
  const { port } = await startTestServer();
  for (const path of ["/healthz", "/readyz"]) {
    const head = await sendRaw(port, requestText(`HEAD ${path}`));
    expect([head.status, head.body]).toEqual([200, ""]);
    const post = await sendRaw(port, requestText(`POST ${path}`, { "Content-Length": "0" }));
    expect([post.status, post.headers.allow]).toEqual([405, "GET, HEAD"]);
  }
});

test("the checks run at most once a second", () => {
  let now = 0;
  const check = vi.fn();
  const ask = readiness([{ name: "counted", check }], () => now);
  for (now of [0, 500, 999]) ask();
  expect(check).toHaveBeenCalledTimes(1);
  now = 1000;
  ask();
  expect(check).toHaveBeenCalledTimes(2);
});
