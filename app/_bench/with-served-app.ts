import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { freePort } from "#app/_front/collector/testing/free-port.ts";
import { PROCESS_NAMES, type ProcessName, processOf } from "#app/_front/testing/process-of.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";
import { Vault } from "#db/vault/vault.ts";
import { peakMemory } from "./peak-memory.ts";

const LOOP_DELAY = new URL("./loop-delay.mjs", import.meta.url).href;
const SECRET = "a secret of the benchmark alone, long enough to pass";

/** Seals what a benchmark plants for the app to open. */
export const SERVED_VAULT = new Vault({ current: SECRET, previous: [] });

/** The built app while it serves, and the cookie of the session given. */
interface ServedApp {
  readonly url: string;
  readonly cookie: { readonly name: string; readonly value: string };
  /** Most memory that its processes have had resident so far, together, MiB. */
  peakMemory(): number;
  /** For how long the event loop of a process was held since the last call, milliseconds. */
  loopDelay(name: ProcessName): Promise<LoopDelay>;
}

interface LoopDelay {
  readonly p999: number;
  readonly most: number;
}

/**
 * Serves the built app over a database while `work` runs.
 * @throws Error when the app ends before it is ready
 */
export async function withServedApp(
  { databasePath, session }: { readonly databasePath: string; readonly session: string },
  work: (app: ServedApp) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const folder = mkdtempSync(join(tmpdir(), "intishar-delays-"));
  const settings = { DATABASE_PATH: databasePath, PORT: String(port), BASE_URL: url, AUTH_SECRET: SECRET };
  // The crowds of a benchmark come from many addresses.
  const proxies = { TRUSTED_PROXIES: "127.0.0.1,::1" };
  const child = spawn(process.execPath, ["--import", "tsx", "--import", LOOP_DELAY, "app/_front/main.ts"], {
    env: { ...process.env, ...settings, ...proxies, LOOP_DELAY_FOLDER: folder },
    stdio: "ignore",
  });
  const pidOf = (name: ProcessName) => processOf(child.pid ?? 0, name) ?? 0;
  const loopDelay = async (name: ProcessName) => {
    const file = join(folder, `${name}-process.ts.json`);
    process.kill(pidOf(name), "SIGUSR2");
    while (!existsSync(file)) await wait(10);
    const delay = JSON.parse(readFileSync(file, "utf8")) as LoopDelay;
    rmSync(file);
    return delay;
  };
  const peak = () =>
    [child.pid, ...PROCESS_NAMES.map(pidOf)].reduce<number>((sum, pid) => sum + peakMemory(pid), 0);
  try {
    await untilReady(url, child);
    const value = await encode({ token: { sessionId: session }, secret: SECRET });
    await work({ url, cookie: { name: sessionCookie(url).name, value }, peakMemory: peak, loopDelay });
  } finally {
    child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
  }
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await wait(100);
  }
  throw new Error("the app ended while it started: is there a build? (npm run build)");
}
