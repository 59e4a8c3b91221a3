import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, request } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { HeldBytes } from "#app/_front/held-bytes.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";
import { createPageLimits, PAGES_PER_MINUTE } from "./page-limits.ts";
import { PageLine } from "./page-line.ts";
import { PASS_HEADER, type PagesHandlerOptions, pagesHandler } from "./pages-handler.ts";

const BOUNDS = { inside: 1, waiting: 1, waitingOfOne: 1, waitMs: 60_000 };

/** A front before pages that answer as told. */
async function startPages(answer: RequestListener | null, options: Partial<PagesHandlerOptions> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "intishar-pages-"));
  const address = { socketPath: join(folder, "pages"), pass: "known to the front alone" };
  onTestFinished(() => rmSync(folder, { recursive: true }));
  if (answer !== null) {
    const pages = createServer(answer);
    await new Promise<void>((resolve) => pages.listen(address.socketPath, resolve));
    onTestFinished(() => {
      pages.closeAllConnections();
      pages.close();
    });
  }
  const { handler } = pagesHandler(address, { lingerMs: 50, ...options });
  const { port, failures } = await startTestServer({ handler });
  return { port, failures, address };
}

/** A handler that holds every request but those to `/free`, and what lets the oldest go. */
function holding() {
  const held: (() => void)[] = [];
  const waiting: (() => void)[] = [];
  const answer: RequestListener = (req, res) => {
    if (req.url === "/free") return void res.end("free");
    held.push(() => res.end("held"));
    waiting.shift()?.();
  };
  const arrives = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { answer, arrives, release: () => held.shift()?.() };
}

test("line, headers, body, status and answer pass through, and the front's own headers win", async () => {
  const { port } = await startPages(async (req, res) => {
    const body = await text(req);
    res.writeHead(207, { "Set-Cookie": ["a=1", "b=2"], "X-Powered-By": "them", "Content-Type": "text/x" });
    res.end(`${req.method} ${req.url} ${req.headers["x-forwarded-for"]} ${body}`);
  });
  const body = "é".repeat(70_000);
  const headers = { "Content-Length": String(Buffer.byteLength(body)), "X-Forwarded-For": "6.6.6.6" };
  const answer = await sendRaw(port, requestText("POST /a?b=c", headers, body));
  expect(answer.status).toBe(207);
  expect(Buffer.from(answer.body, "latin1").toString()).toContain("POST /a?b=c 127.0.0.1 éé");
  expect(answer.headers["x-powered-by"]).toBeUndefined();
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  // The one request that may come in pieces of unknown length.
  const chunked = requestText(
    "POST /api/w/a/imports",
    { "Transfer-Encoding": "chunked" },
    "3\r\nabc\r\n0\r\n\r\n",
  );
  expect((await sendRaw(port, chunked)).body).toContain("POST /api/w/a/imports 127.0.0.1 abc");
});

test("an answer streams: its first piece arrives while the rest is yet to come", async () => {
  let finish = () => {};
  const { port } = await startPages((_req, res) => {
    res.write("first");
    finish = () => void res.end("last");
  });
  const answer = await new Promise<string>((resolve, reject) => {
    const asked = request({ port, host: "127.0.0.1", headers: { Host: "intishar.test" } }, (res) => {
      res.once("data", (piece: Buffer) => {
        expect(piece.toString()).toBe("first");
        finish();
        text(res).then(resolve, reject);
      });
    });
    asked.once("error", reject).end();
  });
  expect(answer).toBe("last");
});

test("beyond those inside and those in line, 503 at once; a place is free again with the first byte", async () => {
  const { answer, arrives, release } = holding();
  const { port } = await startPages(answer, { line: new PageLine(BOUNDS) });
  const first = arrives();
  const inside = sendRaw(port, requestText("GET /first"));
  await first;
  const second = arrives();
  const inLine = sendRaw(port, requestText("GET /second"));
  // The second is in line as soon as a third is told that there is no room.
  let busy = await sendRaw(port, requestText("GET /third", { Accept: "text/html", "Accept-Language": "ar" }));
  while (busy.status !== 503) busy = await sendRaw(port, requestText("GET /third"));
  expect(busy.headers["retry-after"]).toBe("3");
  release();
  expect((await inside).body).toContain("held");
  await second;
  release();
  expect((await inLine).body).toContain("held");
  expect((await sendRaw(port, requestText("GET /free"))).body).toContain("free");
});

test("the page that turns people away speaks their language", async () => {
  const { port } = await startPages(null);
  const page = (headers: Record<string, string>) =>
    sendRaw(port, requestText("GET /w/a", { Accept: "text/html", ...headers }));
  const english = await page({});
  expect([english.status, english.headers["content-type"]]).toEqual([503, "text/html; charset=utf-8"]);
  expect(english.body).toContain("The pages are starting again");
  expect((await page({ "Accept-Language": "ar" })).body).toContain('dir="rtl"');
  expect((await page({ Cookie: "intishar.locale=ar" })).body).toContain('dir="rtl"');
  const program = await sendRaw(port, requestText("GET /w/a"));
  expect([program.status, program.headers["content-type"]]).toEqual([503, "text/plain; charset=utf-8"]);
});

test("pages that end in the middle of an answer end it, and the front goes on", async () => {
  const { port, failures } = await startPages((req, res) => {
    if (req.url === "/free") return void res.end("free");
    if (req.url === "/before") return void req.socket.destroy();
    res.writeHead(200, { "Content-Length": "100" });
    res.write("half");
    setImmediate(() => req.socket.destroy());
  });
  expect((await sendRaw(port, requestText("GET /half"))).body).toBe("half");
  expect((await sendRaw(port, requestText("GET /before"))).status).toBe(503);
  expect((await sendRaw(port, requestText("GET /free"))).body).toContain("free");
  expect(failures.filter(({ event }) => event !== "request-failed")).toEqual([]);
});

test("strangers are told when there is room again; the pages' own requests are not counted", async () => {
  const limits = createPageLimits({ now: () => 0 });
  for (let i = 0; i < PAGES_PER_MINUTE.anonymous; i++)
    limits({ method: "GET", target: "/", path: "/", headers: new Map() }, "127.0.0.1");
  const { port, address } = await startPages((req, res) => res.end(String(req.headers[PASS_HEADER])), {
    limits,
  });
  const refused = await sendRaw(port, requestText("GET /sign-in"));
  expect([refused.status, refused.headers["retry-after"]]).toEqual([429, "60"]);
  const forged = await sendRaw(port, requestText("GET /sign-in", { [PASS_HEADER]: "guessed" }));
  expect(forged.status).toBe(429);
  const own = await sendRaw(port, requestText("GET /sign-in", { [PASS_HEADER]: address.pass }));
  expect([own.status, own.body.includes(address.pass)]).toEqual([200, true]);
  expect((await sendRaw(port, requestText("GET /_next/static/x.js"))).status).toBe(200);
});

test("a slow body keeps nobody out: it is read before it has a place", async () => {
  const { port } = await startPages((_req, res) => res.end("done"), { line: new PageLine(BOUNDS) });
  const slow = connect(port, "127.0.0.1");
  onTestFinished(() => void slow.destroy());
  await new Promise((resolve) =>
    slow.write(requestText("POST /slow", { "Content-Length": "9" }, "abc"), resolve),
  );
  for (let i = 0; i < 5; i++) expect((await sendRaw(port, requestText("GET /"))).status).toBe(200);
});

test("there is room for so many bytes of bodies, and for others once one is used", async () => {
  const { port } = await startPages((_req, res) => res.end("done"), { held: new HeldBytes(10) });
  const post = (body: string) =>
    sendRaw(port, requestText("POST /", { "Content-Length": String(body.length) }, body));
  expect((await post("a".repeat(11))).status).toBe(503);
  for (let i = 0; i < 3; i++) expect((await post("a".repeat(10))).status).toBe(200);
});
