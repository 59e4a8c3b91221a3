import { describe, expect, test } from "vitest";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";

async function statusOf(...pieces: string[]): Promise<number> {
  const { port, failures } = await startTestServer();
  const answer = await sendRaw(port, ...pieces);
  expect(failures).toEqual([]);
  expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  expect(answer.headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  return answer.status;
}

const post = { "Content-Length": "0" };
const long = (length: number) => `/${"a".repeat(length - 1)}`;

describe("each refusal, and the nearest request that is served", () => {
  test.each<[string, number, string]>([
    ["a lone %ff", 400, requestText("GET /s/%ff")],
    ["a cut sequence", 400, requestText("GET /s/%E0%A4%A")],
    ["a bare percent sign", 400, requestText("GET /s/%")],
    ["a whole sequence", 200, requestText("GET /s/%E0%A4%A4")],
    ["a percent sign in the query", 200, requestText("GET /s/a?q=%")],
    ["NUL", 400, requestText("GET /s/%00")],
    ["a space", 200, requestText("GET /s/%20")],
    ["a path over 8 KiB", 414, requestText(`GET ${long(8193)}`)],
    ["a path of 8 KiB", 200, requestText(`GET ${long(8192)}`)],
    ["headers over 16 KiB", 431, requestText("GET /", { A: "a".repeat(20_000) })],
    ["headers under 16 KiB", 200, requestText("GET /", { A: "a".repeat(12_000) })],
    ["two slashes in front", 400, requestText("GET //evil.test/")],
    ["two slashes inside", 200, requestText("GET /a//b")],
    ["a backslash", 400, requestText("GET /\\evil.test")],
    ["an absolute target", 400, requestText("GET http://intishar.test/")],
    ["the asterisk", 400, requestText("OPTIONS *")],
    ["OPTIONS", 200, requestText("OPTIONS /")],
    ["TRACE", 405, requestText("TRACE /")],
    ["CONNECT", 405, requestText("CONNECT intishar.test:80")],
    ["an invented method", 400, requestText("BREW /")],
    ["HEAD", 200, requestText("HEAD /")],
    ["PATCH", 200, requestText("PATCH /", post)],
    ["no HTTP at all", 400, "hello\r\n\r\n"],
    ["length and chunks at once", 400, requestText("POST /", { ...post, "Transfer-Encoding": "chunked" })],
    ["an upgrade", 400, requestText("GET /", { Connection: "Upgrade", Upgrade: "websocket" })],
    ["an expectation nobody knows", 417, requestText("GET /", { Expect: "coffee" })],
    ["no host", 400, requestText("GET /", { Host: null })],
    ["an empty host", 400, requestText("GET /", { Host: "" })],
    ["two hosts", 400, requestText("GET /", { host: "intishar.test" })],
    ["another host", 421, requestText("GET /", { Host: "evil.test" })],
    ["another port", 421, requestText("GET /", { Host: "intishar.test:81" })],
    ["a loopback name that is not ours", 421, requestText("GET /", { Host: "localhost" })],
    ["our host with the scheme's port", 200, requestText("GET /", { Host: "Intishar.test:80" })],
    ["a cross-site post", 403, requestText("POST /", { ...post, "Sec-Fetch-Site": "cross-site" })],
    ["a same-origin post", 200, requestText("POST /", { ...post, "Sec-Fetch-Site": "same-origin" })],
    ["a cross-site link", 200, requestText("GET /", { "Sec-Fetch-Site": "cross-site" })],
    ["a post from elsewhere", 403, requestText("POST /", { ...post, Origin: "https://intishar.test" })],
    ["a post from nowhere", 403, requestText("POST /", { ...post, Origin: "null" })],
    ["a post from our origin", 200, requestText("POST /", { ...post, Origin: "http://intishar.test" })],
    ["a neighbour's post", 403, requestText("POST /", { ...post, "Sec-Fetch-Site": "same-site" })],
    [
      "a post from another site's page",
      403,
      requestText("POST /", { ...post, Referer: "http://evil.test/" }),
    ],
    ["a post from no page at all", 403, requestText("POST /", { ...post, Referer: "intishar.test" })],
    ["a post from our page", 200, requestText("POST /", { ...post, Referer: "http://intishar.test/w/a" })],
    ["a link on another site's page", 200, requestText("GET /", { Referer: "http://evil.test/" })],
    ["a deletion from elsewhere", 403, requestText("DELETE /", { Origin: "http://evil.test" })],
    ["a deletion from our origin", 200, requestText("DELETE /", { Origin: "http://intishar.test" })],
  ])("%s: %i", async (_name, status, text) => {
    expect(await statusOf(text)).toBe(status);
  });
});

test("a refusal of the method names the others", async () => {
  const { port } = await startTestServer();
  const { headers } = await sendRaw(port, requestText("TRACE /"));
  expect(headers.allow).toBe("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
});

test("HTTP/1.0 is served when it names the host, and refused when not", async () => {
  expect(await statusOf("GET / HTTP/1.0\r\nHost: intishar.test\r\n\r\n")).toBe(200);
  expect(await statusOf("GET / HTTP/1.0\r\n\r\n")).toBe(400);
});

test("headers that never end are cut off, while a whole request is served", async () => {
  const { port } = await startTestServer({ limits: { headersMs: 100 } });
  expect((await sendRaw(port, "GET / HTTP/1.1\r\nHost: int")).status).toBe(408);
  expect((await sendRaw(port, requestText("GET /"))).status).toBe(200);
});

describe("callback URLs in the query", () => {
  test.each([
    ["/dashboard", 200],
    ["http://intishar.test/dashboard", 200],
    ["", 200],
    ["dashboard", 400],
    ["//evil.test", 400],
    ["/\\evil.test", 400],
    ["/\t/evil.test", 400],
    ["https://intishar.test/", 400],
    ["http://intishar.test.evil.test/", 400],
    ["http://intishar.test@evil.test/", 400],
    ["javascript:alert(1)", 400],
    ["blob:http://intishar.test/x", 400],
    ["http://", 400],
  ])("%s: %i", async (url, status) => {
    expect(await statusOf(requestText(`GET /sign-in?callbackUrl=${encodeURIComponent(url)}`))).toBe(status);
  });

  test("the last of several counts too", async () => {
    expect(await statusOf(requestText("GET /sign-in?callbackUrl=/a&callbackUrl=//evil.test"))).toBe(400);
  });
});

describe("a server on localhost", () => {
  test.each([
    ["localhost:3000", 200],
    ["127.0.0.1:3000", 200],
    ["[::1]:3000", 200],
    ["localhost:3001", 421],
    ["localhost", 421],
  ])("Host %s: %i", async (host, status) => {
    const { port } = await startTestServer({ baseUrl: "http://localhost:3000" });
    const request = requestText("POST /", { ...post, Host: host, Origin: `http://${host}` });
    expect((await sendRaw(port, request)).status).toBe(status);
  });
});
