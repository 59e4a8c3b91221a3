import { afterEach, beforeEach, expect, test } from "vitest";
import { MINUTE } from "#lib/time/lengths.ts";
import { findImport } from "./find-import.ts";
import { findNextImport } from "./find-next-import.ts";
import { resumeImports } from "./resume-imports.ts";
import { retractImport } from "./retract-import.ts";
import { runImport } from "./run-import.ts";
import { setImport } from "./set-import.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

let fixture: ImportFixture;
beforeEach(() => {
  fixture = new ImportFixture();
});
afterEach(() => fixture.close());

const LOG = "share_id,parent_id,time,actor\ns1,,2024-01-01T00:00:00Z,ann\n";

async function interrupt(status: "checking" | "importing", policy?: "all-or-nothing", stored = true) {
  const path = fixture.write("log.csv", LOG);
  const id = await fixture.create(path, policy);
  const crash = () => {
    throw new Error("power cut");
  };
  if (status === "importing")
    await expect(
      runImport(fixture.scope, id, { path, now: () => fixture.now, onProgress: crash }),
    ).rejects.toThrow();
  setImport(fixture.scope, id, ["uploaded", "importing"], {
    status,
    ...(stored ? {} : { storedPath: null }),
  });
  return id;
}

test("imports whose file is there wait again: for the runner, or for their check", async () => {
  const importing = await interrupt("importing");
  const checking = await interrupt("checking");
  expect(resumeImports(fixture.db, fixture.now)).toEqual({ resumed: 2, failed: 0 });
  expect(findImport(fixture.scope, importing).status).toBe("queued");
  expect(findImport(fixture.scope, checking).status).toBe("uploaded");
});

test("imports whose file is gone have failed; what they brought stays", async () => {
  const id = await interrupt("importing", undefined, false);
  expect(resumeImports(fixture.db, fixture.now + 60_001)).toEqual({ resumed: 0, failed: 1 });
  expect(findImport(fixture.scope, id)).toMatchObject({ status: "failed", fault: { reason: "interrupted" } });
  expect(fixture.count("journal")).toBe(1);
});

test("an import that a command runs at this very time is left to it", async () => {
  const id = await interrupt("importing", undefined, false);
  expect(resumeImports(fixture.db, fixture.now + MINUTE)).toEqual({ resumed: 0, failed: 0 });
  expect(findImport(fixture.scope, id).status).toBe("importing");
});

test("all or nothing: nothing stays of an import that cannot go on", async () => {
  const path = fixture.write("log.csv", LOG);
  const id = await fixture.create(path);
  await runImport(fixture.scope, id, { path, now: () => fixture.now });
  setImport(fixture.scope, id, ["done"], { status: "importing", policy: "all-or-nothing", storedPath: null });
  expect(resumeImports(fixture.db, fixture.now + 60_001)).toEqual({ resumed: 0, failed: 1 });
  // Whoever works off imports finds it next, and need not know why.
  expect(findNextImport(fixture.db)).toEqual({ workspaceSlug: "ours", importId: id });
  await retractImport(fixture.scope, id, { now: () => fixture.now });
  expect(findImport(fixture.scope, id)).toMatchObject({ status: "failed", fault: { reason: "interrupted" } });
  expect(fixture.count("journal")).toBe(0);
  expect(findNextImport(fixture.db)).toBeNull();
});

test("imports that wait or have ended are left alone", async () => {
  await fixture.run(fixture.write("log.csv", LOG));
  await fixture.create(fixture.write("log.csv", LOG));
  expect(resumeImports(fixture.db, fixture.now)).toEqual({ resumed: 0, failed: 0 });
  expect(findImport(fixture.scope, 1).status).toBe("done");
  expect(findImport(fixture.scope, 2).status).toBe("uploaded");
});
