import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { freePort } from "#app/_front/collector/testing/free-port.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";

const LOOP_DELAY = new URL("./loop-delay.mjs", import.meta.url).href;
const SECRET = "a secret of the benchmark alone, long enough to pass";

/** The built app while it serves, and the cookie of the session given. */
interface ServedApp {
  readonly url: string;
  readonly pid: number | undefined;
  readonly cookie: { readonly name: string; readonly value: string };
  /** For how long the server's event loop was held since the last call, milliseconds. */
  loopDelay(): Promise<LoopDelay>;
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
  const env = {
    ...{ ...process.env, DATABASE_PATH: databasePath, PORT: String(port), BASE_URL: url },
    AUTH_SECRET: SECRET,
  };
  const child = spawn(process.execPath, ["--import", "tsx", "--import", LOOP_DELAY, "app/_front/main.ts"], {
    env,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const loopDelay = async () => {
    const told = once(child, "message");
    child.send("tell");
    const [delay] = await told;
    return delay as LoopDelay;
  };
  try {
    await untilReady(url, child);
    const value = await encode({ token: { sessionId: session }, secret: SECRET });
    await work({ url, pid: child.pid, cookie: { name: sessionCookie(url).name, value }, loopDelay });
  } finally {
    child.kill("SIGKILL");
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
