import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { assertMapped } from "./assert-mapped.ts";
import { inspectFile } from "./inspect-file.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());

const LOG =
  "share_id,parent_id,time,user,network\ns1,,2024-01-01T00:00:00Z,ann,x\ns2,s1,2024-01-02T00:00:00Z,bob,x\n";

describe("what is read", () => {
  test.each([
    ["plain", LOG],
    ["gzip", gzipSync(LOG)],
    ["with a byte order mark", `\uFEFF${LOG}`],
  ])("a repost log, %s", async (_, content) => {
    const found = await inspectFile(fixture.write("log", content));
    expect(found.format).toEqual({ kind: "csv", delimiter: "," });
    expect(found.header).toEqual(["share_id", "parent_id", "time", "user", "network"]);
    expect(found.sample).toHaveLength(2);
    expect(found.mapping).toEqual({
      ...{ code: "share_id", via: "parent_id", occurredAt: "time", person: "user", channel: "network" },
    });
    expect(() => assertMapped(found.mapping)).not.toThrow();
  });

  test("NDJSON: keys of the first rows, attributes among them", async () => {
    const lines = [
      '{"event":"visit","actor":"a","time":1700000000}',
      '{"via":"s1","attributes":{"country":"SD"}}',
    ];
    const found = await inspectFile(fixture.write("log.ndjson", lines.join("\n")));
    expect(found.header).toEqual(["event", "actor", "time", "via", "country"]);
    expect(found.sample[1]).toEqual(["", "", "", "s1", "SD"]);
    expect(found.mapping).toMatchObject({ kind: "event", country: "country" });
  });

  test("as many columns as may be, and a row that nests too deep as an empty one", async () => {
    const wide = await inspectFile(fixture.write("wide.csv", `${names(2000)}\n1,2\n`));
    expect(wide.header).toHaveLength(2000);
    const deep = `{"actor":${"[".repeat(50_000)}${"]".repeat(50_000)}}`;
    const { header, sample } = await inspectFile(fixture.write("deep.ndjson", `{"actor":"a"}\n${deep}`));
    expect({ header, sample }).toEqual({ header: ["actor"], sample: [["a"], [""]] });
  });

  test("a gzip file that breaks later is still shown", async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => `s${i},,${1_700_000_000 + i * 7919},p${i % 977},x`);
    const gzip = gzipSync(LOG + rows.join("\n"));
    const found = await inspectFile(fixture.write("cut.gz", gzip.subarray(0, gzip.length / 2)));
    expect(found.sample).toHaveLength(20);
  });
});

const names = (count: number) => Array.from({ length: count }, (_, i) => `c${i}`).join(",");
const row = (start: string, count: number) =>
  JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`${start}${i}`, i])));

describe("what is refused", () => {
  test.each([
    ["an empty file", "", "empty"],
    ["white space", " \n\n", "empty"],
    ["a header alone", "share_id,time\n", "no-rows"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), "binary"],
    ["a document", "%PDF-1.7\n1 0 obj\n", "binary"],
    ["an empty JSON array", "[]", "no-rows"],
    ["an archive that ends early", Buffer.from([0x50, 0x4b, 0x03, 0x04, 20, 0]), "archive-damaged"],
    ["more columns than people keep", `${names(2001)}\n1\n`, "too-many-columns"],
    ["more keys than people keep", [row("a", 1500), row("b", 1500)].join("\n"), "too-many-columns"],
    ["one line of 300 MB in 300 kB", gzipSync(Buffer.alloc(300_000_000, ",")), "row-too-long"],
    ["empty lines without end", gzipSync(`a,b${"\n".repeat(9_000_000)}`), "no-rows"],
    ["a gzip file of nothing but its head", gzipSync(LOG).subarray(0, 12), "gzip-cut-short"],
  ])("%s", async (_, content, reason) => {
    await expect(inspectFile(fixture.write("bad", content))).rejects.toMatchObject({ fault: { reason } });
  });

  test("a mapping without the needed columns, which are named", async () => {
    const { mapping } = await inspectFile(fixture.write("lacking.csv", "share_id,parent_id\ns1,\n"));
    expect(() => assertMapped(mapping)).toThrow(
      expect.objectContaining({
        fault: { reason: "missing-columns", detail: "person / actor_id, occurred_at / time" },
      }),
    );
  });
});
