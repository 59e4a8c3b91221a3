import { type ForkOptions, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { handleSignals } from "#app/_front/handle-signals.ts";
import type { PagesAddress } from "#app/_front/pages/pages-handler.ts";
import {
  DEV,
  log,
  readSettings,
  refuseToStart,
  type Settings,
  withPagesAddress,
} from "#app/_front/processes/settings.ts";
import { socketFolder } from "#app/_front/processes/socket-folder.ts";
import { type Supervised, supervise } from "#app/_front/processes/supervise.ts";
import { issueSetUpToken } from "#db/auth-store/issue-set-up-token.ts";
import { closeDatabase, openDatabase } from "#db/open-database.ts";
import { lacksRoom } from "#db/room.ts";
import { whenFree } from "#db/when-free.ts";
import type { Env } from "#lib/env/parse-env.ts";

const ROOM_LOOK_MS = 1000;
const BUILD_MARK = ".next/BUILD_ID";
const FRONT = new URL("./processes/front-process.ts", import.meta.url);
const PAGES = new URL("./processes/pages-process.ts", import.meta.url);

/**
 * Runs the whole app until a signal stops it: the front, which everybody reaches, and the pages behind it, each in a
 * process that is started again when it dies. Exits with 1 and one clear line when it cannot start.
 * @returns once both answer
 */
export async function runApp({ dev }: { dev: boolean }): Promise<void> {
  const settings = readSettings(dev);
  const { env } = settings;
  if (env.production && !existsSync(BUILD_MARK))
    refuseToStart("There is no build yet: run npm run build first.");
  const folder = socketFolder(env.databasePath);
  const address: PagesAddress = {
    socketPath: process.platform === "win32" ? `\\\\.\\pipe\\intishar-${process.pid}` : join(folder, "pages"),
    pass: randomBytes(32).toString("base64url"),
  };
  const processes = startBoth(settings, address);
  process.once("exit", () => {
    processes.front.kill();
    processes.pages?.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  // From the beginning: the first process of a container is deaf to signals that it does not ask for.
  handleSignals(() => stopBoth(processes, env.shutdownSeconds * 1000), log);
  await processes.ready;
  await announce(env);
}

interface Processes {
  readonly front: Supervised;
  /** Null until the front has brought the database to its schema. */
  readonly pages: Supervised | null;
  /** Resolves when both have answered once. */
  readonly ready: Promise<void>;
}

function startBoth({ dev }: Settings, address: PagesAddress): Processes {
  const env = withPagesAddress(address);
  const args = dev ? [DEV] : [];
  let pages: Supervised | null = null;
  let begin = () => {};
  const ready = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const tellFront = () => {
    if (pages === null) return;
    front.tell({ kind: "pages", state: { isUp: pages.isReady, deaths: pages.deaths } });
  };
  const startPages = () =>
    supervise({
      name: "pages",
      start: () => fork(PAGES, args, { env, ...behindOthers() }),
      log,
      onChange: (isReady) => {
        tellFront();
        if (isReady) begin();
      },
    });
  const front: Supervised = supervise({
    name: "front",
    start: () => fork(FRONT, args, { env }),
    log,
    onChange: (isReady) => {
      if (!isReady) return;
      pages ??= startPages();
      tellFront();
    },
    // It has said why.
    onFailedStart: (status) => process.exit(status ?? 1),
  });
  return {
    front,
    get pages() {
      return pages;
    },
    ready,
  };
}

/**
 * Whoever shares waits for nobody who looks: how a process is started that gets what time the front leaves. A process
 * could lower its own priority, but on Linux not that of the threads which its runtime has begun already.
 */
function behindOthers(): Pick<ForkOptions, "execPath" | "execArgv"> {
  const nice = ["/usr/bin/nice", "/bin/nice"].find((path) => existsSync(path));
  if (nice === undefined) return {};
  return { execPath: nice, execArgv: ["-n", "10", process.execPath, ...process.execArgv] };
}

/** Streams end first, then requests finish, then the pages' own work; within `timeoutMs` as a whole. */
async function stopBoth(processes: Processes, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  processes.pages?.tell({ kind: "drain" });
  const isFrontClean = await processes.front.stop(timeoutMs);
  const arePagesClean = (await processes.pages?.stop(Math.max(0, end - performance.now()))) ?? true;
  return isFrontClean && arePagesClean;
}

/** A link for the first account is written down; where the disk has no room for it, it waits until there is. */
async function issueWhenRoom(databasePath: string): Promise<string | null> {
  const db = openDatabase(databasePath);
  try {
    for (let isTold = false; ; isTold = true) {
      try {
        return await whenFree(() => issueSetUpToken(db));
      } catch (error) {
        if (!lacksRoom(error, databasePath)) throw error;
        if (!isTold) log({ event: "set-up-link-waits", error });
        await wait(ROOM_LOOK_MS);
      }
    }
  } finally {
    closeDatabase(db);
  }
}

async function announce(env: Env): Promise<void> {
  process.stdout.write(`Intishar is ready on ${env.baseUrl}\n`);
  const setUpToken = await issueWhenRoom(env.databasePath);
  if (setUpToken === null) return;
  process.stdout.write(
    `Create the first account (this link works once): ${env.baseUrl}/set-up/${setUpToken}\n`,
  );
}
