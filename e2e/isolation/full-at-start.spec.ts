import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, expect } from "@playwright/test";
import { writeOlderFile } from "#db/upgrade/testing/older-file.ts";
import { writePlantedFile } from "#db/upgrade/testing/planted-file.ts";
import { test } from "#e2e/fixtures.ts";
import { PLANTED_SECRET, plantApp } from "#e2e/plant-app.ts";
import { startApp } from "#e2e/serve.ts";
import { MINUTE, SECOND } from "#lib/time/lengths.ts";

const PAGE_BYTES = 4096;
/** Migrations after which the forest was moved. */
const BEFORE_FOREST = 7;

/** A disk of a few megabytes; null where none can be made. */
function mountDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), "intishar-full-"));
  const mount = spawnSync("mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", folder]);
  if (mount.status === 0) return folder;
  rmSync(folder, { recursive: true });
  return null;
}

function unmountDisk(folder: string): void {
  spawnSync("umount", ["-l", folder]);
  rmSync(folder, { recursive: true });
}

/** Leaves not one page of a disk. */
function fill(folder: string): void {
  const ballast = join(folder, "ballast");
  writeFileSync(ballast, "");
  try {
    for (;;) appendFileSync(ballast, Buffer.alloc(PAGE_BYTES));
  } catch (error) {
    expect(String(error)).toContain("ENOSPC");
  }
}

/** Makes a disk larger than any upgrade of a small file needs. */
function enlarge(folder: string): void {
  expect(spawnSync("mount", ["-o", "remount,size=128m", folder]).status).toBe(0);
}

/** Status of /readyz, 0 while nobody answers, and what it says of the disk. */
async function readyOf(request: APIRequestContext, url: string): Promise<[number, string?]> {
  try {
    const answer = await request.get(`${url}/readyz`);
    return [answer.status(), (await answer.json()).checks.disk];
  } catch {
    return [0];
  }
}

for (const kind of ["first start", "start over a file"] as const)
  test(`a ${kind} on a full disk waits for room, says so, and goes on by itself`, async ({ request }) => {
    test.setTimeout(2 * MINUTE);
    const disk = mountDisk();
    test.skip(disk === null, "needs leave to mount a small disk");
    if (disk === null) return;
    const databasePath = join(disk, "data", "test.db");
    mkdirSync(join(disk, "data"));
    const planted = kind === "first start" ? null : await plantApp(databasePath);
    fill(disk);
    const app = await startApp({ databasePath, env: { AUTH_SECRET: PLANTED_SECRET }, isAwaited: false });
    try {
      await expect.poll(() => readyOf(request, app.url), { timeout: 20 * SECOND }).toEqual([503, "failed"]);
      const key = planted?.serverKey ?? "isk_x";
      const send = () =>
        request.post(`${app.url}/api/v1/events`, {
          headers: { Authorization: `Bearer ${key}` },
          data: { id: "a", kind: "share", person: "p", code: "a" },
        });
      const events = await send();
      expect([events.status(), events.headers()["retry-after"]]).toEqual([503, "10"]);
      expect((await request.get(`${app.url}/healthz`)).status()).toBe(200);
      expect((await request.get(`${app.url}/sign-in`)).status()).toBe(503);
      expect(app.output()).toContain('"event":"disk-full"');
      expect(app.output()).not.toContain("is ready on");

      rmSync(join(disk, "ballast"));
      await expect.poll(app.output, { timeout: 30 * SECOND }).toContain("is ready on");
      await expect.poll(() => readyOf(request, app.url), { timeout: 20 * SECOND }).toEqual([200, "warning"]);
      expect((await send()).status()).toBe(planted === null ? 401 : 202);
      expect((await request.get(`${app.url}/sign-in`)).status()).toBe(200);
    } finally {
      await app.stop();
      unmountDisk(disk);
    }
  });

test("an upgrade that lacks room waits for it, and people are sent on meanwhile", async ({ request }) => {
  test.setTimeout(2 * MINUTE);
  const disk = mountDisk();
  test.skip(disk === null, "needs leave to mount a small disk");
  if (disk === null) return;
  const source = mkdtempSync(join(tmpdir(), "intishar-older-"));
  writePlantedFile(join(source, "new.db"), { isPlain: true, shares: 50 });
  const databasePath = join(disk, "test.db");
  writeOlderFile(databasePath, BEFORE_FOREST, join(source, "new.db"));
  const app = await startApp({ databasePath, env: { AUTH_SECRET: PLANTED_SECRET }, isAwaited: false });
  try {
    await expect.poll(app.output, { timeout: 20 * SECOND }).toContain('"event":"disk-full"');
    expect(app.output()).toContain("Nothing was changed");
    await expect.poll(() => readyOf(request, app.url)).toEqual([503, "failed"]);
    // Between two tries of the upgrade nobody listens for a moment.
    const follow = () =>
      request.get(`${app.url}/s/Abcd12345678aaaaa`, { maxRedirects: 0 }).then(
        (answer) => answer.status(),
        () => 0,
      );
    await expect.poll(follow).toBe(302);
    enlarge(disk);
    await expect.poll(app.output, { timeout: 60 * SECOND }).toContain("is ready on");
    await expect.poll(async () => (await readyOf(request, app.url))[0], { timeout: 20 * SECOND }).toBe(200);
  } finally {
    await app.stop();
    unmountDisk(disk);
    rmSync(source, { recursive: true });
  }
});
