import { expect, test } from "vitest";
import type { Handler } from "#app/_front/front.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";

const CSP =
  "default-src 'self'; script-src 'self' 'nonce-*' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const EVERYWHERE = {
  "content-security-policy": CSP,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
};

const app: Handler = async (req, res) => {
  res.setHeader("X-Powered-By", "something");
  res.setHeader("Cache-Control", "public, max-age=60");
  res.setHeader("Content-Security-Policy", "default-src *");
  if (req.url === "/throws") throw new Error("inside");
  if (req.url === "/object") res.writeHead(404, "Gone Astray", { "Referrer-Policy": "unsafe-url" });
  if (req.url === "/list") res.writeHead(302, ["Location", "/", "Set-Cookie", "a=1", "set-cookie", "b=2"]);
  if (req.url === "/flush") res.flushHeaders();
  res.end();
};

const hints = {
  "accept-ch": "Sec-CH-Prefers-Color-Scheme",
  "critical-ch": "Sec-CH-Prefers-Color-Scheme",
};
const noStore = { "cache-control": "no-store", ...hints };
const plain = { "content-type": "text/plain; charset=utf-8" };
const VARYING = new Set(["connection", "content-length", "date", "transfer-encoding", "x-request-id"]);

test.each<[string, string, number, object]>([
  ["a page", requestText("GET /"), 200, noStore],
  ["a static file", requestText("GET /_next/static/a.js"), 200, { "cache-control": "public, max-age=60" }],
  ["a page that is not there", requestText("GET /object"), 404, noStore],
  ["a redirect", requestText("GET /list"), 302, { ...noStore, location: "/", "set-cookie": "b=2" }],
  ["a stream", requestText("GET /flush"), 200, noStore],
  ["a failure", requestText("GET /throws"), 500, { ...noStore, ...plain }],
  ["a refusal", requestText("GET //"), 400, { ...noStore, ...plain }],
  ["what is not HTTP", "?\r\n\r\n", 400, { "cache-control": "no-store", ...plain }],
  ["liveness", requestText("GET /healthz"), 200, { ...noStore, ...plain }],
  ["readiness", requestText("GET /readyz"), 200, { ...noStore, "content-type": "application/json" }],
])("%s carries exactly its headers", async (_name, request, status, own) => {
  const { port } = await startTestServer({ handler: app });
  const answer = await sendRaw(port, request);
  expect(answer.status).toBe(status);
  const kept = Object.entries(answer.headers).filter(([name]) => !VARYING.has(name));
  const steady = kept.map(([name, value]) => [name, value.replace(/nonce-[A-Za-z0-9+/=]{24}'/, "nonce-*'")]);
  expect(Object.fromEntries(steady)).toEqual({ ...EVERYWHERE, ...own });
});

test("HSTS goes with https and with nothing else", async () => {
  const secure = await startTestServer({ baseUrl: "https://intishar.test" });
  const open = await startTestServer();
  const name = "strict-transport-security";
  expect((await sendRaw(secure.port, requestText("GET /"))).headers[name]).toBe("max-age=31536000");
  expect((await sendRaw(open.port, requestText("GET /"))).headers[name]).toBeUndefined();
});

test("development may evaluate scripts and open its WebSocket", async () => {
  const { port } = await startTestServer({ upgrade: (_req, socket) => socket.destroy() });
  const policy = (await sendRaw(port, requestText("GET /"))).headers["content-security-policy"];
  expect(policy).toMatch(/script-src [^;]* 'unsafe-eval';/);
  expect(policy).toContain("connect-src 'self' ws:;");
});

const echo: Handler = async (req, res) => {
  res.setHeader("Content-Type", "application/json");
  res.end(JSON.stringify({ headers: req.headers, raw: req.rawHeaders }));
};

async function seenByApp(
  sent: Record<string, string>,
  proxies: string[] = [],
  baseUrl = "http://intishar.test",
) {
  const { port } = await startTestServer({ handler: echo, trustedProxies: proxies, baseUrl });
  const answer = await sendRaw(port, requestText("GET /", sent));
  const seen: { headers: Record<string, string>; raw: string[] } = JSON.parse(answer.body);
  return { answer, headers: seen.headers, raw: seen.raw.join("\n") };
}

test("the nonce is new each time, and the app sees the one that the answer carries", async () => {
  const first = await seenByApp({});
  const second = await seenByApp({});
  expect(first.headers["content-security-policy"]).toBe(first.answer.headers["content-security-policy"]);
  expect(first.headers["content-security-policy"]).not.toBe(second.headers["content-security-policy"]);
  expect(first.headers["x-request-id"]).toBe(first.answer.headers["x-request-id"]);
});

test("what a client says in the framework's or a proxy's name does not reach the app; the rest does", async () => {
  const names = [
    "Content-Security-Policy",
    "Content-Security-Policy-Report-Only",
    "X-Nonce",
    "X-Middleware-Subrequest",
    "X-Middleware-Rewrite",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Forwarded-Port",
    "X-Real-IP",
    "X-Request-Id",
    "Forwarded",
  ];
  const forged = Object.fromEntries(names.map((name) => [name, "script-src 'nonce-EVIL'"]));
  const { answer, headers, raw } = await seenByApp({ ...forged, "Accept-Language": "ar" });
  expect(JSON.stringify([answer.headers, answer.body])).not.toContain("EVIL");
  expect(raw).not.toContain("EVIL");
  expect(headers["accept-language"]).toBe("ar");
  expect(raw).toContain("accept-language\nar");
  expect(headers).toMatchObject({
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": "intishar.test",
    "x-forwarded-proto": "http",
  });
});

test("a listed proxy speaks for the client; nobody else does", async () => {
  const sent = { "X-Forwarded-For": "203.0.113.7, 198.51.100.2" };
  expect((await seenByApp(sent, ["127.0.0.0/8"])).headers["x-forwarded-for"]).toBe("198.51.100.2");
  expect((await seenByApp(sent, ["10.0.0.0/8"])).headers["x-forwarded-for"]).toBe("127.0.0.1");
});

test("a loopback alias is passed on as the host, so that it equals the origin", async () => {
  const { headers } = await seenByApp({ Host: "127.0.0.1:3000" }, [], "http://localhost:3000");
  expect(headers["x-forwarded-host"]).toBe("127.0.0.1:3000");
});

test("of two names of this machine the page's counts, so that it equals the origin", async () => {
  const sent = { Host: "127.0.0.1:3000", Origin: "http://localhost:3000" };
  const { headers } = await seenByApp(sent, [], "http://localhost:3000");
  expect(headers["x-forwarded-host"]).toBe("localhost:3000");
});

test("the app is told that somebody looks at the headers alone, by nobody but the front", async () => {
  const seen: unknown[] = [];
  const handler: Handler = async (req, res) => {
    seen.push(req.headers["x-intishar-method"]);
    res.end();
  };
  const { port } = await startTestServer({ handler });
  await sendRaw(port, requestText("HEAD /"));
  await sendRaw(port, requestText("GET /", { "X-Intishar-Method": "HEAD" }));
  expect(seen).toEqual(["HEAD", undefined]);
});

test("a request from the process itself is told the public host", async () => {
  const { headers } = await seenByApp({ Host: "127.0.0.1:0" });
  expect(headers["x-forwarded-host"]).toBe("intishar.test");
});

test.each([
  [
    "a=1; next-auth.callback-url=http%3A%2F%2Fintishar.test%2Fx; b=2",
    "a=1; next-auth.callback-url=http%3A%2F%2Fintishar.test%2Fx; b=2",
  ],
  ["a=1; next-auth.callback-url=http%3A%2F%2Fevil.test; b=2", "a=1; b=2"],
  ["a=1; __Secure-next-auth.callback-url=%ff; b=2", "a=1; b=2"],
  ["next-auth.callback-url=nonsense", undefined],
  ["a=1; next-auth.callback-url=blob:http://intishar.test/x", "a=1"],
  ["a=1; next-auth.callback-url=blob%3Ahttp%3A%2F%2Fintishar.test%2Fx", "a=1"],
])("of the cookies %s the app sees %s", async (sent, seen) => {
  expect((await seenByApp({ Cookie: sent })).headers.cookie).toBe(seen);
});
