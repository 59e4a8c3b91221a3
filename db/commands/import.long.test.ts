import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";

let fixture: ImportFixture;
beforeEach(() => {
  fixture = new ImportFixture();
});
afterEach(() => fixture.close());

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const HEADER = "share_id,parent_id,time,actor,channel";
const LOG = `${HEADER}\ns1,,2024-01-01T09:00:00Z,ann,x\n=1,s1,never,bob,x\n`;

function run(command: "import" | "rebuild", ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join("db", "commands", `${command}.ts`), ...args],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, DATABASE_PATH: fixture.databasePath } },
  );
  return { status, stdout, stderr };
}

test("a file goes in, its faulty rows are told and written, and it can be taken back", () => {
  const file = fixture.write("log.csv", LOG);
  const errors = join(fixture.folder, "errors.csv");
  const before = fixture.digest();
  const into = [file, "--workspace", "ours", "--campaign", "Launch"];

  const dry = run("import", ...into, "--dry-run");
  expect(dry).toMatchObject({ status: 0, stderr: "" });
  expect(dry.stdout).toMatch(/^dry run: received 2, accepted 1, duplicate 0, quarantined 1, refused 0; /);
  expect(fixture.count("imports")).toBe(0);

  const done = run("import", ...into, "--errors", errors);
  expect(done.status).toBe(0);
  expect(done.stdout).toMatch(
    /^import 1 done: received 2, accepted 1, duplicate 0, quarantined 1, refused 0; \d+ rows\/s; peak memory \d+ MiB\n$/,
  );
  expect(done.stderr).toContain(`${file}, line 3 (row 2): occurred_at is no date that we read`);
  expect(readFileSync(errors, "utf8")).toBe(
    `\uFEFFrow,line,field,reason,raw\r\n2,3,occurredAt,not-a-date,"'=1,s1,never,bob,x"\r\n`,
  );

  const rebuilt = run("rebuild");
  expect(rebuilt.stdout.match(/equal\n/g)).toHaveLength(2);
  expect(run("import", "--workspace", "ours", "--undo", "1")).toMatchObject({ status: 0, stderr: "" });
  expect(fixture.digest()).toBe(before);
});

test("many shares without their parent are warned of on standard error, before and after", () => {
  const row = (code: string, via: string) => `${code},${via},2024-01-01T09:00:00Z,${code},x\n`;
  const linked = `${HEADER}\n${row("s1", "")}${row("a", "s1")}${row("b", "a")}${row("c", "b")}`;
  const file = fixture.write("orphans.csv", `${linked}${row("d", "gone")}`);
  const into = [file, "--workspace", "ours", "--campaign", "Launch"];
  const head = "warning: 20 % of the shares name a parent that is unknown: ";
  const low = `${head}K, R, depth and virality come out too low, K by up to a factor of `;
  expect(run("import", ...into, "--dry-run").stderr).toBe(`${low}1.33\n`);
  // Two children of sharers and one orphan: the seed's child is none of K.
  expect(run("import", ...into).stderr).toBe(`${low}1.5\n`);
  const sound = fixture.write("sound.csv", linked);
  expect(run("import", sound, "--workspace", "ours", "--campaign", "Other", "--create").stderr).toBe("");
});

test.each([
  ["no such file", ["absent.csv", "--campaign", "Launch"], /absent\.csv: no such file/],
  ["no such campaign", ["FILE", "--campaign", "Other"], /campaign not found/],
  ["columns missing", ["BAD", "--campaign", "Launch"], /bad\.csv: columns are missing \(person \/ actor_id/],
])("%s: one line and exit 1", (_, args, line) => {
  const files = { FILE: fixture.write("log.csv", LOG), BAD: fixture.write("bad.csv", "code,via\ns1,\n") };
  const named = args.map((arg) => (arg === "FILE" || arg === "BAD" ? files[arg] : arg));
  const { status, stdout, stderr } = run("import", ...named, "--workspace", "ours");
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(line);
  expect(stderr.trimEnd().split("\n")).toHaveLength(1);
});

test("without --workspace there must be exactly one; --create makes the campaign", () => {
  const file = fixture.write("log.csv", LOG);
  const unclear = run("import", file, "--campaign", "New", "--create");
  expect(unclear).toMatchObject({ status: 1, stderr: "--workspace is needed: one of ours, theirs\n" });
  const clear = run("import", file, "--campaign", "New", "--create", "--workspace", "ours");
  expect(clear.status).toBe(0);
});

test("Ctrl-C keeps whole batches and says how to go on; the same command brings the rest, each row once", async () => {
  const rows = Array.from(
    { length: 120_000 },
    (_, i) => `s${i},${i % 5 ? `s${i - 1}` : ""},1700000000,p${i},x`,
  );
  const file = fixture.write("log.csv", `${HEADER}\n${rows.join("\n")}\n`);
  const args = [file, "--workspace", "ours", "--campaign", "Launch"];
  const child = spawn(process.execPath, ["--import", "tsx", "db/commands/import.ts", ...args], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_PATH: fixture.databasePath },
  });
  const ended = once(child, "exit");
  let told = "";
  for await (const text of child.stderr) {
    told += String(text);
    if (/ rows\/s, /.test(told) && !told.includes("stopping")) child.kill("SIGINT");
  }
  expect((await ended)[0]).toBe(130);
  expect(told).toContain("the rows so far are in");
  const before = fixture.count("journal");
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(120_000);
  const again = run("import", ...args);
  expect(again.status).toBe(0);
  expect(again.stdout).toContain(`received 120000, accepted ${120_000 - before}, duplicate ${before},`);
  expect(fixture.count("journal")).toBe(120_000);
});
