import { expect, test } from "vitest";
import { answerActionFaults } from "#app/_front/answer-action-faults.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";
import { action } from "#app/_server/action.ts";

const work = action([], async function work() {});

/** As Next: what it cannot read it answers 500, and what fails later too. */
const handler = answerActionFaults(async (req, res) => {
  if (req.url?.startsWith("/runs")) await work();
  res.statusCode = 500;
  res.end();
});

const call = { "Content-Length": "0", "Next-Action": "0".repeat(42) };
const form = { "Content-Length": "0", "Content-Type": "multipart/form-data; boundary=x" };

test.each<[string, number, string]>([
  ["the call of an action that cannot be read", 400, requestText("POST /", call)],
  ["a form that cannot be read", 400, requestText("POST /", form)],
  ["an action that fails", 500, requestText("POST /runs", call)],
  ["a form whose action fails", 500, requestText("POST /runs", form)],
  ["a page that fails", 500, requestText("GET /")],
  ["a post that calls no action", 500, requestText("POST /", { "Content-Length": "0" })],
  ["a route that fails", 500, requestText("POST /api/x", call)],
])("%s: %i", async (_name, status, text) => {
  const { port, failures } = await startTestServer({ handler });
  expect((await sendRaw(port, text)).status).toBe(status);
  expect(failures).toHaveLength(status === 500 ? 1 : 0);
});
