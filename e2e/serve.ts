import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "#e2e/free-port.ts";

const ROOT = new URL("..", import.meta.url).pathname;
const START_MS = 30_000;
const STOP_MS = 15_000;
const POLL_MS = 50;

/** The app, running as a process of its own. */
export interface RunningApp {
  /** Origin, such as `http://localhost:41234`. */
  readonly url: string;
  readonly databasePath: string;
  /** Of the process that was started, whose children the others are. */
  readonly pid: number;
  /** What it has printed so far, both streams. */
  output(): string;
  /** The one-time link for the first account, as printed at the start. @throws when none was printed */
  setUpLink(): string;
  /** Stops it as an operator would; deletes the database when it made one. @throws on an unclean exit */
  stop(): Promise<void>;
}

// The settings of whoever runs the tests must not reach the app under test.
function ownEnv(): NodeJS.ProcessEnv {
  const {
    AUTH_SECRET: _secret,
    AUTH_SECRET_PREVIOUS: _previous,
    TRUSTED_PROXIES: _proxies,
    BACKUP_PATH: _backups,
    HOST: _host,
    ...rest
  } = process.env;
  return { ...rest, NODE_ENV: "production" };
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false;
  }
}

async function waitUntilReady(child: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = performance.now() + START_MS;
  // The link is printed after the port opens, so readiness alone would be too early to read it.
  while (!(output().includes("is ready on") && (await isReady(url)))) {
    if (hasExited(child)) throw new Error(`The app ended while it started:\n${output()}`);
    if (performance.now() > deadline)
      throw new Error(`The app was not ready in ${START_MS} ms:\n${output()}`);
    await wait(POLL_MS);
  }
}

async function end(child: ChildProcess, output: () => string): Promise<void> {
  if (!hasExited(child)) {
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    const kill = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    await exit;
    clearTimeout(kill);
  }
  if (child.exitCode === 0) return;
  throw new Error(`The app ended with ${child.exitCode ?? child.signalCode}:\n${output()}`);
}

function findSetUpLink(url: string, printed: string): string {
  const link = printed.match(/https?:\/\/\S+\/set-up\/\S+/)?.[0];
  if (link === undefined) throw new Error(`${url} printed no set-up link:\n${printed}`);
  return link;
}

/**
 * Starts the built app on a free port, with an empty database unless one is given.
 * @param options.isAwaited false: returns at once, whether or not it is ready
 * @throws when it is not ready in time; the message holds what it printed
 */
export async function startApp(
  options: { databasePath?: string; env?: Record<string, string>; isAwaited?: boolean } = {},
): Promise<RunningApp> {
  const folder = options.databasePath === undefined ? mkdtempSync(join(tmpdir(), "intishar-e2e-")) : null;
  const databasePath = options.databasePath ?? join(String(folder), "intishar.db");
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", "app/_front/main.ts"], {
    cwd: ROOT,
    env: { ...ownEnv(), PORT: String(port), BASE_URL: url, DATABASE_PATH: databasePath, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const output = () => printed;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const stop = async () => {
    try {
      await end(child, output);
    } finally {
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    }
  };
  try {
    if (options.isAwaited !== false) await waitUntilReady(child, url, output);
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
  return {
    url,
    databasePath,
    pid: child.pid ?? 0,
    output,
    setUpLink: () => findSetUpLink(url, printed),
    stop,
  };
}
