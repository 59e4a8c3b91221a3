import { expect, test } from "vitest";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";

const TOKEN = "t".repeat(43);
const OTHER = "o".repeat(43);

async function answerTo(path: string, sent: Record<string, string> = {}) {
  const { port } = await startTestServer({
    handler: async (req, res) => {
      res.end(JSON.stringify([req.headers["x-intishar-locale"], req.headers["x-intishar-theme"]]));
    },
    findReportLook: (token) =>
      token === TOKEN
        ? { embedOrigins: ["https://a.example", "http://b.example:81"], locale: "ar", theme: "dark" }
        : null,
  });
  return sendRaw(port, requestText(`GET ${path}`, sent));
}

test.each([`/r/${TOKEN}`, `/r/${TOKEN}/csv/shares?from=1`])(
  "%s may be framed by the link's sites",
  async (path) => {
    const { headers, body } = await answerTo(path, { "X-Intishar-Theme": "light" });
    const policy = headers["content-security-policy"] ?? "";
    expect(policy).toContain("base-uri 'none'; form-action 'self'; ");
    expect(policy.endsWith("; frame-ancestors https://a.example http://b.example:81")).toBe(true);
    expect(headers).toMatchObject({ "referrer-policy": "no-referrer", "x-robots-tag": "noindex, nofollow" });
    expect(JSON.parse(body)).toEqual(["ar", "dark"]);
  },
);

test.each([`/r/${OTHER}`, `/r/${TOKEN}x`, "/r/", `/w/r/${TOKEN}`])("%s may not be framed", async (path) => {
  const { headers, body } = await answerTo(path, { "X-Intishar-Theme": "dark" });
  expect(headers["content-security-policy"]?.endsWith("; frame-ancestors 'none'")).toBe(true);
  expect(headers["referrer-policy"]).toBe(path.startsWith("/r/") ? "no-referrer" : "same-origin");
  expect(JSON.parse(body)).toEqual([null, null]);
});

test("a database that fails frames nothing, and the app still answers", async () => {
  const { port, failures } = await startTestServer({
    findReportLook: () => {
      throw new Error("busy");
    },
  });
  const { status, headers } = await sendRaw(port, requestText(`GET /r/${TOKEN}`));
  expect(status).toBe(200);
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(failures.map(({ event }) => event)).toEqual(["report-look-failed"]);
});
