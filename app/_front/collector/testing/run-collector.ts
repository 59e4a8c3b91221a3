import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";

const FILE = new URL("./collector-process.ts", import.meta.url).pathname;

/** The collector as a process of its own, so that it can be killed. */
export interface RunningCollector {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it has written to standard error so far. */
  printed(): string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
}

/** Starts one over a database file; it is gone when the test has finished. */
export async function runCollector(
  databasePath: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningCollector> {
  const child = spawn(process.execPath, ["--import", "tsx", FILE, databasePath, String(port)], {
    env: { ...process.env, NODE_OPTIONS: "", ...env },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let printed = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  const ended = once(child, "exit");
  const kill = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  const first = await Promise.race([once(child, "message"), ended.then(() => null)]);
  if (first === null) throw new Error(`The collector ended while it started:\n${printed}`);
  return { url: `http://127.0.0.1:${port}`, child, printed: () => printed, kill };
}
