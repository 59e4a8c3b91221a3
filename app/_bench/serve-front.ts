import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { freePort } from "#app/_front/collector/testing/free-port.ts";

/** A server under load. */
export interface ServedFront {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly child: ChildProcess;
}

/** Starts a server of a benchmark in a process of its own, and waits until it is ready. */
export async function serveFront(
  file: string,
  databasePath: string,
  headers: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Promise<ServedFront> {
  const port = await freePort();
  const child = fork(new URL(file, import.meta.url), [databasePath, String(port), ...more], {
    execArgv: ["--import", "tsx"],
  });
  await once(child, "message");
  return { url: `http://127.0.0.1:${port}`, headers, child };
}
