import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const LOG = `share_id,parent_id,person,occurred_at,channel
s1,,amal,2024-03-01T10:00:00Z,whatsapp
s2,s1,badr,2024-03-01T11:00:00Z,email
s3,s2,dina,2024-03-01T12:00:00Z,email
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "intishar-analyze-test-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function analyze(args: readonly string[], input: string | Buffer = "") {
  const command = ["--import", "tsx", "db/commands/analyze.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { input, encoding: "utf8" });
  return { status, stdout, stderr };
}

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("npm run analyze", () => {
  it("answers in JSON from standard input, plain or gzip, as from a file", () => {
    const path = file("log.csv", LOG);
    const options = ["--as-of", "2024-03-20T00:00:00Z", "--cascades"];
    const fromFile = analyze([path, ...options]);
    expect(fromFile).toMatchObject({ status: 0, stderr: "" });
    const answer = JSON.parse(fromFile.stdout);
    expect(answer).toMatchObject({
      asOf: "2024-03-20T00:00:00.000Z",
      input: { rows: 3, shares: 3, cascades: 1 },
      metrics: { size: { value: 3, unit: "shares" }, k: { value: 0.5 }, rt: { value: null } },
      channels: { email: { shares: 2 }, whatsapp: { shares: 1 } },
      cascades: [{ id: "s1", size: 3, structuralVirality: 4 / 3 }],
    });
    expect(analyze(options, LOG).stdout).toBe(fromFile.stdout);
    expect(analyze(["-", ...options], gzipSync(LOG)).stdout).toBe(fromFile.stdout);
  });

  it("sets faulty rows aside, names them, and answers for the others", () => {
    const { status, stdout, stderr } = analyze([
      file("faulty.csv", `${LOG}s4,s1,omar,yesterday,email\n`),
      "--format",
      "csv",
    ]);
    expect(status).toBe(0);
    expect(stderr).toMatch(/faulty\.csv, line 5 \(row 4\): occurred_at is no date/);
    expect(stdout).toContain("fault,,unreadable,1,");
  });

  it("says on standard error alone that many shares lost their parent, with the bound of K", () => {
    const rows = (orphans: number) =>
      LOG +
      Array.from({ length: orphans }, (_, i) => `o${i},gone${i},p${i},2024-03-01T13:00:00Z,x\n`).join("");
    const options = ["--as-of", "2024-03-20T00:00:00Z"];
    // Two sharers and two orphans have one child between them.
    const some = analyze(options, rows(2));
    expect(some).toMatchObject({
      status: 0,
      stderr:
        "warning: 40 % of the shares name a parent that is unknown: K, R, depth and virality come out too low; " +
        "K lies between 0.25, as counted, and 0.75\n",
    });
    expect(JSON.parse(some.stdout).orphans).toEqual({ part: 0.4, orphans: 2, k: 0.25, upper: 0.75 });
    const none = analyze(options, `${LOG.split("\n")[0]}\n${rows(3).split("\n").slice(4).join("\n")}`);
    expect(none.stderr).toBe(
      "warning: 100 % of the shares name a parent that is unknown: no link is known, so neither are K, depth and what follows from them\n",
    );
    expect(JSON.parse(none.stdout).metrics.k).toMatchObject({ value: null, note: "links-unknown" });
    expect(analyze(options, LOG)).toMatchObject({ status: 0, stderr: "" });
  });

  it("asks how dates are ordered, reads them as told, and says what a log of whole days is worth", () => {
    const path = file("either.csv", LOG.replace(/2024-(\d\d)-(\d\d)T[^,]*/g, "03/04/2024"));
    const asked = analyze([path]);
    expect(asked).toMatchObject({ status: 1, stdout: "" });
    expect(asked.stderr).toMatch(
      /either\.csv, line 2: dates .* --dates day-first.*03\/04\/2024 = 2024-04-03, 2024-03-04/,
    );
    const told = analyze([path, "--dates", "mdy", "--as-of", "2024-04-01T00:00Z"]);
    expect(told).toMatchObject({ status: 0 });
    expect(told.stderr).toMatch(/whole days: how long anything took is known to a day only/);
    expect(told.stderr).toMatch(/dates are read month first/);
    const { metrics } = JSON.parse(told.stdout);
    expect(metrics.generationIntervalMedian).toMatchObject({ grain: 86_400_000 });
  });

  it.each<[string, () => readonly string[], RegExp]>([
    ["a file that is not there", () => [join(folder, "none.csv")], /none\.csv: no such file/],
    ["an empty file", () => [file("empty.csv", "")], /empty\.csv: the file is empty/],
    ["a file without the columns", () => [file("else.csv", "a,b\n1,2\n")], /else\.csv: columns are missing/],
    [
      "a gzip file cut short",
      () => [file("cut.csv.gz", gzipSync(LOG).subarray(0, 60))],
      /cut\.csv\.gz.*ends early/,
    ],
    [
      "rows of which none can be read",
      () => [file("bad.csv", "share_id,parent_id,person,occurred_at\na,,b,c\n")],
      /no row/,
    ],
    [
      "a header alone, named behind an option",
      () => ["--zone", "Asia/Riyadh", file("bare.csv", `${LOG.split("\n")[0]}\n`)],
      /bare\.csv/,
    ],
    ["a spend that is none", () => [file("log5.csv", LOG), "--spend", "much"], /--spend much/],
    ["an unknown format", () => [file("log2.csv", LOG), "--format", "xml"], /--format xml: one of json/],
    ["an horizon that is none", () => [file("log3.csv", LOG), "--horizon", "soon"], /--horizon soon/],
    ["an instant that is none", () => [file("log4.csv", LOG), "--as-of", "then"], /--as-of then/],
  ])("refuses %s with one line and a status", (_, args, message) => {
    const { status, stdout, stderr } = analyze(args());
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr.trimEnd().split("\n").at(-1)).toMatch(message);
  });

  it("explains itself", () => {
    expect(analyze(["--help"])).toMatchObject({ status: 0, stdout: expect.stringContaining("--as-of TIME") });
  });
});
