import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { FileFormat } from "#lib/sources/detect-format.ts";
import { ROW_MAX, type Row } from "#lib/sources/shape/splitter.ts";
import { readRows } from "./read-rows.ts";

const CSV: FileFormat = { kind: "csv", delimiter: "," };
const folder = mkdtempSync(join(tmpdir(), "intishar-rows-test-"));
const path = join(folder, "file");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(content: string | Uint8Array, format = CSV): Promise<{ rows: Row[]; error: unknown }> {
  writeFileSync(path, content);
  const rows: Row[] = [];
  let error: unknown;
  try {
    for await (const batch of readRows(path, format)) rows.push(...batch);
  } catch (thrown) {
    error = thrown;
  }
  return { rows, error };
}

test.each(["\n", "\r\n"])(
  "rows come with the line they end on, quotes and blank lines counted",
  async (end) => {
    const { rows, error } = await read(["a,b", '1,"x', 'y"', "", "2,z"].join(end));
    expect(error).toBeUndefined();
    expect(rows).toEqual([
      { line: 1, fields: ["a", "b"] },
      { line: 3, fields: ["1", `x${end}y`] },
      { line: 5, fields: ["2", "z"], open: true },
    ]);
  },
);

test.each([";", "\t", "|"] as const)("fields may be divided by %j", async (delimiter) => {
  const { rows } = await read(`a${delimiter}b\n1,5${delimiter}2\n`, { kind: "csv", delimiter });
  expect(rows.map(({ fields }) => fields)).toEqual([
    ["a", "b"],
    ["1,5", "2"],
  ]);
});

test("a byte order mark is no part of the first name", async () => {
  expect((await read("\uFEFFa,b\n1,2\n")).rows[0]?.fields).toEqual(["a", "b"]);
});

test("a line of JSON is one field, whatever it contains", async () => {
  const lines = ['{"a":"x, \\"y\\""}', '{"a":1}'];
  const { rows } = await read(`${lines.join("\n")}\n`, { kind: "ndjson", delimiter: null });
  expect(rows.map(({ fields }) => fields[0])).toEqual(lines);
});

test("a row just within the limit is read, one of 3 MiB is refused, and those before it are kept", async () => {
  const long = "x".repeat(ROW_MAX - 100);
  expect((await read(`a,b\n1,${long}\n`)).rows[1]?.fields[1]).toHaveLength(long.length);
  const { rows, error } = await read(`a,b\n1,2\n3,${"x".repeat(3 * ROW_MAX)}`);
  expect(rows.map(({ fields }) => fields)).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(error).toMatchObject({ fault: { reason: "row-too-long", line: 3 } });
});

test("a quote never closed is read as it stands and costs no other row", async () => {
  const { rows, error } = await read('a,b\n1,2\n3,"4\n5,6\n');
  expect(error).toBeUndefined();
  expect(rows.map(({ fields }) => fields)).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", '"4'],
    ["5", "6"],
  ]);
});

test.each([
  [64 * ROW_MAX, "row-too-long"],
  [ROW_MAX / 2, undefined],
])(
  "of a line of %i bytes no more is read than a row may have, and the bites before it",
  async (length, reason) => {
    writeFileSync(path, Buffer.concat([Buffer.from("a,b\n1,2\n"), Buffer.alloc(length, "x")]));
    let read = 0;
    let rows = 0;
    const all = async () => {
      for await (const batch of readRows(path, CSV, (bytes) => {
        read = bytes;
      }))
        rows += batch.length;
    };
    if (reason === undefined) await all();
    else await expect(all()).rejects.toMatchObject({ fault: { reason } });
    expect(rows).toBe(reason === undefined ? 3 : 2);
    expect(read).toBeLessThan(1.1 * ROW_MAX);
  },
);
