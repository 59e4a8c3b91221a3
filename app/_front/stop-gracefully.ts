import type { Server } from "node:http";
import type { Failure } from "#app/_front/failure-line.ts";

// The rest is for the hooks, which must close the database whatever the clients do.
const SHARE_FOR_REQUESTS = 0.7;

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

function after(milliseconds: number): { passed: Promise<"late">; cancel: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), milliseconds);
  });
  return { passed, cancel: () => clearTimeout(timer) };
}

/**
 * Stops in order: no new connection, requests under way finish (or are cut when their share of the time
 * is over), then the hooks run, one after the other. A hook that throws is logged and the rest still
 * run.
 * @returns false when a hook failed or the time ran out
 */
export async function stopGracefully(options: {
  server: Server;
  hooks: readonly (() => void | Promise<void>)[];
  timeoutMs: number;
  log: (failure: Failure) => void;
}): Promise<boolean> {
  const requests = after(options.timeoutMs * SHARE_FOR_REQUESTS);
  const everything = after(options.timeoutMs);
  const drained = closed(options.server);
  if ((await Promise.race([drained, requests.passed])) === "late") options.server.closeAllConnections();
  requests.cancel();
  let clean = true;
  const runHooks = async () => {
    for (const hook of options.hooks) {
      try {
        await hook();
      } catch (error) {
        clean = false;
        options.log({ event: "stop-hook-failed", error });
      }
    }
  };
  const late = (await Promise.race([runHooks(), everything.passed])) === "late";
  everything.cancel();
  if (late) options.log({ event: "stop-timed-out" });
  return clean && !late;
}
