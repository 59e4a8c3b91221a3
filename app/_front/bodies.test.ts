import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Handler } from "#app/_front/front.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";

const readAll: Handler = async (req, res) => {
  const body = await text(req);
  res.end(String(body.length));
};

const limits = { bodyBytes: 100, bodyMs: 150, importBytes: 1000, importIdleMs: 400 };
const start = () => startTestServer({ handler: readAll, limits });
const IMPORT = "POST /api/w/acme/imports";
const chunked = { "Transfer-Encoding": "chunked" };
// The test server was told port 0, and calls itself by that.
const forwarded = { ...chunked, Host: "127.0.0.1:0", "X-Action-Forwarded": "1" };
const chunks = (count: number, size: number) =>
  `${`${size.toString(16)}\r\n${"a".repeat(size)}\r\n`.repeat(count)}0\r\n\r\n`;
const sized = (size: number) => ({ "Content-Length": String(size) });

test.each<[string, number, string, string]>([
  ["an ordinary body at the limit", 200, "100", requestText("POST /x", sized(100), "a".repeat(100))],
  ["one byte more", 413, "", requestText("POST /x", sized(101), "a".repeat(101))],
  ["a body that only announces its size", 413, "", requestText("POST /x", sized(10 ** 9))],
  ["an ordinary body of unknown length", 411, "", requestText("POST /x", chunked, chunks(1, 10))],
  ["a compressed body", 415, "", requestText("POST /x", { ...sized(1), "Content-Encoding": "gzip" }, "a")],
  ["a plain body", 200, "1", requestText("POST /x", { ...sized(1), "Content-Encoding": "identity" }, "a")],
  ["an import of known length", 200, "1000", requestText(IMPORT, sized(1000), "a".repeat(1000))],
  ["one byte more", 413, "", requestText(IMPORT, sized(1001), "a".repeat(1001))],
  ["an import in chunks", 200, "1000", requestText(IMPORT, chunked, chunks(10, 100))],
  ["one chunk more", 413, "", requestText(IMPORT, chunked, chunks(11, 100))],
  ["an import in another coding", 400, "", requestText(IMPORT, { "Transfer-Encoding": "gzip, chunked" })],
  ["a path that only resembles an import", 411, "", requestText(`${IMPORT}/x`, chunked, chunks(1, 1))],
  ["an action passed on to itself", 200, "10", requestText("POST /x", forwarded, chunks(1, 10))],
  ["the same, too long", 413, "", requestText("POST /x", forwarded, chunks(2, 60))],
  [
    "the same, from somebody else",
    411,
    "",
    requestText("POST /x", { ...forwarded, Host: "intishar.test" }, chunks(1, 10)),
  ],
])("%s: %i", async (_name, status, body, request) => {
  const { port } = await start();
  const answer = await sendRaw(port, request);
  expect(answer.status).toBe(status);
  if (status === 200) expect(answer.body).toContain(body);
});

test("a client that waits for leave to send gets it, or the refusal, before the body", async () => {
  const { port } = await start();
  const small = await sendRaw(port, requestText("POST /x", { ...sized(1), Expect: "100-continue" }, "a"));
  expect(small.status).toBe(100);
  expect(small.body).toContain("HTTP/1.1 200 OK");
  const large = await sendRaw(port, requestText("POST /x", { ...sized(101), Expect: "100-continue" }));
  expect(large.status).toBe(413);
});

test("a slow ordinary body is cut at its deadline, however steadily it drips", async () => {
  const { port } = await start();
  const socket = connect(port, "127.0.0.1");
  socket.write(requestText("POST /x", sized(100)));
  const drip = setInterval(() => socket.write("a"), 20);
  const answer = await text(socket);
  clearInterval(drip);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
});

test("an import may take longer than the idle limit, but not pause for longer", async () => {
  const { port } = await start();
  const socket = connect(port, "127.0.0.1");
  socket.write(requestText(IMPORT, sized(25)));
  let left = 25;
  const drip = setInterval(() => {
    socket.write("a");
    left -= 1;
    if (left === 0) clearInterval(drip);
  }, 20);
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
  expect((await sendRaw(port, requestText(IMPORT, sized(20), "a"))).status).toBe(408);
});

test("a reader of ours that is late is not the client's fault", async () => {
  const late: Handler = async (req, res) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await readAll(req, res);
  };
  const { port } = await startTestServer({ handler: late, limits: { bodyMs: 200 } });
  const answer = await sendRaw(port, requestText("POST /x", sized(500_000), "a".repeat(500_000)));
  expect([answer.status, answer.body]).toEqual([200, "500000"]);
});

test("an answer that nobody takes is cut; one that is taken arrives whole", async () => {
  const size = 50_000_000;
  let done = (): void => undefined;
  const closed = new Promise<void>((resolve) => {
    done = resolve;
  });
  const handler: Handler = async (_req, res) => {
    res.once("close", done);
    res.end(Buffer.alloc(size, "a"));
  };
  const stallMs = 900;
  const { port } = await startTestServer({ handler, limits: { stallMs } });
  const socket = connect(port, "127.0.0.1").on("error", () => undefined);
  socket.pause();
  socket.write(requestText("GET /x"));
  // Node by itself would wait twice as long; both are timers of this one process.
  const tooLate = new Promise((resolve) => setTimeout(resolve, 1.8 * stallMs, "too late"));
  expect(await Promise.race([closed, tooLate])).toBeUndefined();
  socket.destroy();
  expect((await sendRaw(port, requestText("GET /x"))).body.length).toBe(size);
});
