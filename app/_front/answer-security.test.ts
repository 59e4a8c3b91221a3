import { expect, test } from "vitest";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";
import { DAY } from "#lib/time/lengths.ts";

const PATH = "/.well-known/security.txt";

test("whoever finds a hole is told whom to tell, for less than a year ahead", async () => {
  const { port } = await startTestServer({ securityContact: "mailto:security@example.org" });
  const answer = await sendRaw(port, requestText(`GET ${PATH}`));
  expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  const fields = new Map(
    answer.body
      .trimEnd()
      .split("\n")
      .map((line) => line.split(/: (.*)/s, 2) as [string, string]),
  );
  expect([...fields.keys()]).toEqual(["Contact", "Expires", "Preferred-Languages", "Canonical"]);
  expect(fields.get("Contact")).toBe("mailto:security@example.org");
  expect(fields.get("Canonical")).toBe(`http://intishar.test${PATH}`);
  const ahead = Date.parse(fields.get("Expires") ?? "") - Date.now();
  expect(ahead).toBeGreaterThan(DAY);
  expect(ahead).toBeLessThan(365 * DAY);
  const head = await sendRaw(port, requestText(`HEAD ${PATH}`));
  expect([head.status, head.body, head.headers["content-length"]]).toEqual([
    ...[200, "", String(Buffer.byteLength(answer.body))],
  ]);
});

test("where nobody is named the path is like any other", async () => {
  const { port } = await startTestServer();
  expect((await sendRaw(port, requestText(`GET ${PATH}`))).body).toBe("from the app");
});
