import { onTestFinished } from "vitest";
import type { Failure } from "#app/_front/failure-line.ts";
import { type RunningServer, type ServerOptions, startServer } from "#app/_front/start-server.ts";

/** A server on a free loopback port that calls itself `http://intishar.test`; stopped after the test. */
export async function startTestServer(
  options: Partial<ServerOptions> = {},
): Promise<RunningServer & { failures: Failure[] }> {
  const failures: Failure[] = [];
  const server = await startServer({
    handler: async (_req, res) => {
      res.end("from the app");
    },
    baseUrl: "http://intishar.test",
    host: "127.0.0.1",
    port: 0,
    shutdownSeconds: 1,
    log: (failure) => failures.push(failure),
    ...options,
    limits: { lingerMs: 50, ...options.limits },
  });
  onTestFinished(async () => {
    await server.stop();
  });
  return { ...server, failures };
}
