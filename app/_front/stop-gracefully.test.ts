import { once } from "node:events";
import { Agent, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test, vi } from "vitest";
import type { Handler } from "#app/_front/front.ts";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { startTestServer } from "#app/_front/testing/start-test-server.ts";

/** A handler that answers when told to, and a promise of its first request. */
function held(): { handler: Handler; arrived: Promise<void>; release: () => void } {
  let release = (): void => undefined;
  let arrive = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const handler: Handler = async (_req, res) => {
    arrive();
    await released;
    res.end("finished");
  };
  return { handler, arrived, release };
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

function get(
  port: number,
  agent: Agent,
  path: string,
): Promise<{ status: number; close: boolean; body: string }> {
  return new Promise((resolve, reject) => {
    const options = { port, agent, path, host: "127.0.0.1", headers: { Host: "intishar.test" } };
    const asked = request(options, async (answer) => {
      const close = answer.headers.connection === "close";
      resolve({ status: answer.statusCode ?? 0, close, body: await text(answer) });
    });
    asked.once("error", reject).end();
  });
}

test("a request under way finishes, a new one is refused, then jobs and hooks stop in order", async () => {
  const { handler, arrived, release } = held();
  const order: string[] = [];
  const server = await startTestServer({
    handler,
    jobs: [{ start: () => void order.push("job started"), stop: async () => void order.push("job stopped") }],
    onStop: [() => void order.push("database closed")],
  });
  expect(await canConnect(server.port)).toBe(true);
  const answer = sendRaw(server.port, requestText("GET /slow"));
  await arrived;
  const stopped = server.stop();
  expect(await canConnect(server.port)).toBe(false);
  expect(order).toEqual(["job started"]);
  release();
  expect((await answer).body).toBe("finished");
  expect(await stopped).toBe(true);
  expect(order).toEqual(["job started", "job stopped", "database closed"]);
  expect(server.failures).toEqual([]);
});

test("readiness goes off first, and an answer given while stopping closes its connection", async () => {
  const { port, stop } = await startTestServer();
  const socket = connect(port, "127.0.0.1");
  const whole = requestText("GET /readyz", { Connection: "keep-alive" });
  // A request that has begun keeps its connection; the first answer shows that the second has begun.
  socket.write(`${whole}GET /readyz HTTP/1.1\r\n`);
  const [first] = await once(socket, "data");
  expect(String(first)).toMatch(/^HTTP\/1\.1 200 .*Connection: keep-alive/s);
  const stopped = stop();
  socket.write("Host: intishar.test\r\n\r\n");
  const second = await text(socket);
  expect(second).toMatch(/^HTTP\/1\.1 503 .*Connection: close/s);
  expect(second).toContain('"running":"failed"');
  expect(await stopped).toBe(true);
});

test("idle connections are closed at once; before the stop they are kept", async () => {
  const agent = new Agent({ keepAlive: true });
  const { port, stop } = await startTestServer();
  expect(await get(port, agent, "/")).toEqual({ status: 200, close: false, body: "from the app" });
  const begun = performance.now();
  expect(await stop()).toBe(true);
  expect(performance.now() - begun).toBeLessThan(500);
  agent.destroy();
});

test("a request that never ends is cut in time for the hooks", async () => {
  const { handler, arrived } = held();
  const close = vi.fn();
  const { port, stop } = await startTestServer({ handler, onStop: [close], shutdownSeconds: 0.2 });
  const answer = sendRaw(port, requestText("GET /slow"));
  await arrived;
  expect(await stop()).toBe(true);
  expect(close).toHaveBeenCalledOnce();
  expect((await answer).status).toBe(0);
});

test("a hook that throws is logged and the next one still runs", async () => {
  const close = vi.fn();
  const throws = () => {
    throw new Error("stuck");
  };
  const { stop, failures } = await startTestServer({ onStop: [throws, close] });
  expect(await stop()).toBe(false);
  expect(close).toHaveBeenCalledOnce();
  expect(failures).toEqual([{ event: "stop-hook-failed", error: new Error("stuck") }]);
});

test("a hook that hangs does not outlast the deadline", async () => {
  const hangs = () => new Promise<void>(() => undefined);
  const { stop, failures } = await startTestServer({ onStop: [hangs], shutdownSeconds: 0.1 });
  expect(await stop()).toBe(false);
  expect(failures).toEqual([{ event: "stop-timed-out" }]);
});

test("a second call waits for the same stop", async () => {
  const close = vi.fn();
  const { stop } = await startTestServer({ onStop: [close] });
  expect(await Promise.all([stop(), stop()])).toEqual([true, true]);
  expect(close).toHaveBeenCalledOnce();
});
