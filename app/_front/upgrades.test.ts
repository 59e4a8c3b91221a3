import { expect, test } from "vitest";
import type { UpgradeHandler } from "#app/_front/front.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";

const upgrade: UpgradeHandler = (_req, socket) => {
  socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n");
};

const socketHeaders = { Connection: "Upgrade", Upgrade: "websocket", Origin: "http://intishar.test" };

test.each<[string, number, string]>([
  ["the hot-reload socket of our own page", 101, requestText("GET /_next/hmr?id=1", socketHeaders)],
  [
    "that of another site",
    403,
    requestText("GET /_next/hmr", { ...socketHeaders, Origin: "http://evil.test" }),
  ],
  ["under another host", 421, requestText("GET /_next/hmr", { ...socketHeaders, Host: "evil.test" })],
  ["any other socket", 400, requestText("GET /socket", socketHeaders)],
  ["an absolute target", 400, requestText("GET http://evil.test/_next/hmr", socketHeaders)],
])("in development, %s: %i", async (_name, status, request) => {
  const { port } = await startTestServer({ upgrade });
  expect((await sendRaw(port, request)).status).toBe(status);
});

test("in production no connection is upgraded", async () => {
  const { port } = await startTestServer();
  expect((await sendRaw(port, requestText("GET /_next/hmr", socketHeaders))).status).toBe(400);
});
