import { expect, test } from "vitest";
import { failureLine } from "#app/_front/failure-line.ts";
import type { Handler } from "#app/_front/front.ts";
import { loggablePath } from "#app/_front/loggable-path.ts";
import { nodeVersionFault } from "#app/_front/node-version-fault.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";

test("a handler that throws gives 500 with the request's id, one log entry, and a server that goes on", async () => {
  const handler: Handler = async (req, res) => {
    if (req.url !== "/") throw new Error("inside");
    res.end();
  };
  const { port, failures } = await startTestServer({ handler });
  const answer = await sendRaw(port, requestText("GET /r/sGk3nT0kenThatOpensTheReport?key=hunter2"));
  expect([answer.status, answer.body]).toEqual([500, "500 Internal Server Error\n"]);
  expect(failures).toEqual([
    {
      event: "request-failed",
      requestId: answer.headers["x-request-id"],
      method: "GET",
      path: "/r/*",
      status: 500,
      error: new Error("inside"),
    },
  ]);
  expect((await sendRaw(port, requestText("GET /"))).status).toBe(200);
  expect(failures).toHaveLength(1);
});

test("a 503 of the app's own is logged; a 404 is not", async () => {
  const handler: Handler = async (req, res) => {
    res.writeHead(req.url === "/busy" ? 503 : 404).end();
  };
  const { port, failures } = await startTestServer({ handler });
  await sendRaw(port, requestText("GET /gone"));
  expect(failures).toEqual([]);
  await sendRaw(port, requestText("GET /busy"));
  expect(failures).toMatchObject([{ status: 503, path: "/busy", error: undefined }]);
});

test("a failure halfway through an answer cuts it, so that nobody takes it for whole", async () => {
  const handler: Handler = async (_req, res) => {
    res.writeHead(200, { "Content-Length": "10" }).write("half");
    throw new Error("inside");
  };
  const { port, failures } = await startTestServer({ handler });
  expect((await sendRaw(port, requestText("GET /"))).status).toBeLessThanOrEqual(200);
  expect(failures).toMatchObject([{ status: 200, error: new Error("inside") }]);
});

test("an app that writes on after a limit has ended the answer does not end the process", async () => {
  const handler: Handler = async (_req, res) => {
    res.end();
    res.write("late");
  };
  const { port } = await startTestServer({ handler });
  expect((await sendRaw(port, requestText("GET /"))).status).toBe(200);
  expect((await sendRaw(port, requestText("GET /"))).status).toBe(200);
});

test("a log line is one line of JSON, whatever the error says", () => {
  const error = new Error(`a\nb\u001b[31m"${"x".repeat(600)}`);
  const line = failureLine({ event: "request-failed", path: "/x", error }, new Date(0));
  expect(line.indexOf("\n")).toBe(line.length - 1);
  expect(line).not.toContain("\u001b");
  expect(JSON.parse(line)).toEqual({
    time: "1970-01-01T00:00:00.000Z",
    event: "request-failed",
    path: "/x",
    error: `Error: ${error.message}`.slice(0, 500),
  });
});

test.each([
  ["/w/acme/campaigns?token=hunter2", "/w/acme/campaigns"],
  ["/set-up/4fQ9w2kLm8Zx1cVb7nMa", "/set-up/*"],
  [`/${"ab/".repeat(200)}`, `/${"ab/".repeat(200)}`.slice(0, 200)],
])("the path %s is logged as %s", (target, path) => {
  expect(loggablePath(target)).toBe(path);
});

test.each([
  ["18.19.1", false],
  ["20.8.1", false],
  ["20.9.0", true],
  ["22.0.0", true],
])("Node %s is new enough: %s", (version, isEnough) => {
  expect(nodeVersionFault(version) === null).toBe(isEnough);
});
