import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";

interface Started {
  child: ChildProcess;
  port: number;
  nextLine: () => Promise<string>;
  errors: Promise<string>;
  exited: Promise<unknown[]>;
}

async function start(): Promise<Started> {
  const script = new URL("testing/process-under-test.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", script], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async () => String((await lines.next()).value);
  const errors = text(child.stderr);
  const exited = once(child, "exit");
  return { child, port: Number(await nextLine()), nextLine, errors, exited };
}

test("SIGTERM lets the request under way finish, runs the hooks and exits with 0", async () => {
  const { child, port, nextLine, exited } = await start();
  const answer = sendRaw(port, requestText("GET /hold"));
  expect(await nextLine()).toBe("holding");
  child.kill("SIGTERM");
  expect((await answer).body).toBe("finished");
  expect(await nextLine()).toBe("hook");
  expect(await exited).toEqual([0, null]);
});

test("a second signal ends a stop that hangs, with 1", async () => {
  const { child, port, nextLine, exited } = await start();
  const first = sendRaw(port, requestText("GET /hold"));
  expect(await nextLine()).toBe("holding");
  // Only the last held request is let go, so the first keeps the stop waiting.
  const second = sendRaw(port, requestText("GET /hold"));
  expect(await nextLine()).toBe("holding");
  child.kill("SIGINT");
  expect((await second).body).toBe("finished");
  child.kill("SIGINT");
  expect(await exited).toEqual([1, null]);
  expect((await first).status).toBe(0);
});

test("a rejection nobody handled is logged and the server goes on; an exception ends it with 1", async () => {
  const { port, errors, exited, nextLine } = await start();
  expect((await sendRaw(port, requestText("GET /reject"))).status).toBe(200);
  expect((await sendRaw(port, requestText("GET /"))).status).toBe(200);
  expect((await sendRaw(port, requestText("GET /throw"))).status).toBe(200);
  expect(await nextLine()).toBe("hook");
  expect(await exited).toEqual([1, null]);
  expect(await errors).toBe("unhandled-rejection\nuncaught-exception\n");
});
