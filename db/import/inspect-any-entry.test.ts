import { zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, expect, it } from "vitest";
import { shapeOf } from "#lib/sources/detect-format.ts";
import { inspectAnyEntry } from "./inspect-any-entry.ts";
import { inspectFile } from "./inspect-file.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());

const LOG = "share_id,parent_id,time,user\ns1,,2024-01-01T00:00:00Z,ann\n";
const zipOf = (files: Readonly<Record<string, string>>) =>
  fixture.write(
    "several.zip",
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))),
  );

it("of several files of an archive the first log of events is shown, beside the names of all", async () => {
  const path = zipOf({ "a.bin": "\0\0", "read.txt": "name,size\nx,1\n", "log.csv": LOG, "more.csv": LOG });
  const file = await inspectAnyEntry(path, {});
  expect(file).toMatchObject({
    format: { entry: "log.csv" },
    entries: ["a.bin", "read.txt", "log.csv", "more.csv"],
  });
  expect(await inspectAnyEntry(path, { entry: "more.csv" })).toMatchObject({ format: { entry: "more.csv" } });
  await expect(inspectFile(path, {})).rejects.toMatchObject({ fault: { reason: "several-files" } });
});

it("where none is a log the likeliest is shown, and a fault where none can be read", async () => {
  const unnamed = zipOf({
    "a.txt": "name,size\nx,1\n",
    "b.csv": LOG.replace("user", "qqq"),
    "c.csv": "x,y\n1,2\n",
  });
  expect((await inspectAnyEntry(unnamed, {})).format.entry).toBe("b.csv");
  const readable = await inspectAnyEntry(zipOf({ "a.bin": "\0", "b.txt": "name,size\nx,1\n" }), {});
  expect(readable.format.entry).toBe("b.txt");
  await expect(inspectAnyEntry(zipOf({ "a.bin": "\0", "b.bin": "\0" }), {})).rejects.toMatchObject({
    fault: { reason: "several-files" },
  });
});

it("a chosen encoding, delimiter and sheet are those by which a file is read, and read again", async () => {
  const text = fixture.write("arabic.txt", Buffer.from("name;size\ncaf\xe9;1,2\n", "latin1"));
  const { format, header, sample } = await inspectAnyEntry(text, {
    encoding: "windows-1256",
    delimiter: ",",
  });
  expect(format).toMatchObject({ encoding: "windows-1256", delimiter: "," });
  expect(header.length === 1 || sample.some((row) => row.includes("2"))).toBe(true);
  expect((await inspectAnyEntry(text, shapeOf(format))).format).toEqual(format);
  const plain = fixture.write("plain.csv", LOG);
  const chosen = await inspectAnyEntry(plain, { encoding: "utf-8" });
  expect(chosen.format).toMatchObject({ encoding: "utf-8", delimiter: "," });
  expect((await inspectAnyEntry(plain, shapeOf(chosen.format))).format).toEqual(chosen.format);
  const book = await writeXlsx({
    sheets: ["One", "Two"].map((name) => ({
      name,
      rows: [
        ["code", "user"],
        ["a", name],
      ],
    })),
  });
  const path = fixture.write("book.xlsx", Buffer.from(book));
  expect(await inspectAnyEntry(path, { sheet: "Two" })).toMatchObject({
    ...{ format: { sheet: "Two" }, sheets: ["One", "Two"], sample: [["a", "Two"]] },
  });
});
