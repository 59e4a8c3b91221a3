import { gzipSync } from "node:zlib";
import { afterAll, afterEach, expect, test } from "vitest";
import { createInspector, type Inspector } from "#app/_front/inspector.ts";
import { inspectAside, inspectorHolder } from "#app/_server/inspector-holder.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";

const fixture = new ImportFixture();
let inspector: Inspector | undefined;
afterEach(async () => {
  delete inspectorHolder.inspect;
  await inspector?.stop();
});
afterAll(() => fixture.close());

function provide(mostWaiting?: number): void {
  inspector = createInspector(mostWaiting === undefined ? {} : { mostWaiting });
  inspectorHolder.inspect = inspector.inspect;
}

const LOG = "share_id,parent_id,time,user\ns1,,2024-01-01T00:00:00Z,ann\n";

test("a file is told as it is when this thread reads it", async () => {
  provide();
  const path = fixture.write("log.csv", LOG);
  expect(await inspectAside(path)).toEqual(await inspectFile(path));
  const wide = fixture.write("commas.csv.gz", gzipSync(Buffer.alloc(3_000_000, ",")));
  await expect(inspectAside(wide)).rejects.toMatchObject({ fault: { reason: "row-too-long" } });
});

test("a fault of the file is a fault, and a file that is not there an error of ours", async () => {
  provide();
  await expect(inspectAside(fixture.write("none.csv", ""))).rejects.toMatchObject({
    name: "FileFaultError",
    fault: { reason: "empty" },
  });
  await expect(inspectAside(`${fixture.folder}/gone`)).rejects.toThrow("ENOENT");
});

test("more files than may wait are turned away, and those before them are not", async () => {
  provide(1);
  const path = fixture.write("log.csv", LOG);
  const all = await Promise.allSettled([inspectAside(path), inspectAside(path), inspectAside(path)]);
  expect(all.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
  expect(all[2]).toMatchObject({ reason: { name: "TooManyFilesError" } });
});

test("without an inspector a page says so", async () => {
  await expect(inspectAside("any")).rejects.toThrow("app/_front");
});
