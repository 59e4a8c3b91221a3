import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { inflateFile } from "./inflate-file.ts";

const folder = mkdtempSync(join(tmpdir(), "intishar-inflate-test-"));
const path = join(folder, "file");
const text = Buffer.from(randomBytes(150_000).toString("hex"));
const gzip = gzipSync(text);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(bytes: Uint8Array): Promise<{ text: Buffer; error: unknown; read: number }> {
  writeFileSync(path, bytes);
  const chunks: Buffer[] = [];
  let counted = 0;
  let error: unknown;
  try {
    for await (const chunk of inflateFile(path, {
      onBytes: (n) => {
        counted = n;
      },
    }))
      chunks.push(chunk);
  } catch (thrown) {
    error = thrown;
  }
  return { text: Buffer.concat(chunks), error, read: counted };
}

test("plain and gzip files give the same bytes, and the bytes of the file are counted", async () => {
  expect(await read(text)).toEqual({ text, error: undefined, read: text.length });
  expect(await read(gzip)).toEqual({ text, error: undefined, read: gzip.length });
});

test("files of several gzip members are read to their end", async () => {
  const { text: both, error } = await read(Buffer.concat([gzip, gzip]));
  expect(both.equals(Buffer.concat([text, text]))).toBe(true);
  expect(error).toBeUndefined();
});

test("a gzip file cut short gives all up to the cut, then the fault", async () => {
  const { text: head, error } = await read(gzip.subarray(0, gzip.length / 2));
  expect(error).toMatchObject({ fault: { reason: "gzip-cut-short" } });
  expect(head.length).toBeGreaterThan(text.length * 0.4);
  expect(text.subarray(0, head.length).equals(head)).toBe(true);
});

test.each([100, 20_000, gzip.length - 6])(
  "a gzip file damaged at byte %i is a fault, never a wait",
  async (at) => {
    const damaged = Buffer.from(gzip);
    damaged.fill(0xff, at, at + 4);
    expect((await read(damaged)).error).toMatchObject({ fault: { reason: "gzip-damaged" } });
  },
);

test("an empty file has no bytes", async () => {
  expect(await read(Buffer.alloc(0))).toEqual({ text: Buffer.alloc(0), error: undefined, read: 0 });
});

test("whoever stops reading early leaves nothing open", async () => {
  writeFileSync(path, gzip);
  for await (const chunk of inflateFile(path)) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
});
