import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { encode } from "next-auth/jwt";
import { freePort } from "#app/_front/collector/testing/free-port.ts";
import { sessionCookie } from "#app/_server/session-cookie.ts";

const SECRET = "a secret of the benchmark alone, long enough to pass";

/** The built app while it serves, and the cookie of the session given. */
interface ServedApp {
  readonly url: string;
  readonly pid: number | undefined;
  readonly cookie: { readonly name: string; readonly value: string };
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
  const child = spawn(process.execPath, ["--import", "tsx", "app/_front/main.ts"], { env, stdio: "ignore" });
  try {
    await untilReady(url, child);
    const value = await encode({ token: { sessionId: session }, secret: SECRET });
    await work({ url, pid: child.pid, cookie: { name: sessionCookie(url).name, value } });
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
