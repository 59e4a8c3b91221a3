import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { migrate } from "#db/migrate.ts";

const SECRET = "a secret of forty-odd characters, for a test";

/** Runs the commands in a folder of the test's own. */
function plant() {
  const folder = mkdtempSync(join(tmpdir(), "intishar-backup-command-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const run = (command: "backup" | "restore", args: readonly string[], env: Record<string, string> = {}) => {
    const words = ["--import", "tsx", `db/commands/${command}.ts`, ...args];
    const { AUTH_SECRET: _a, BACKUP_PATH: _b, ...rest } = process.env;
    const given = { ...rest, DATABASE_PATH: join(folder, "live.db"), ...env };
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8", env: given });
    return { status, stdout, stderr };
  };
  return { folder, run };
}

it("backs up, restores elsewhere with its secret, and says what there is to know", () => {
  const { folder, run } = plant();
  migrate(join(folder, "live.db"));
  writeFileSync(join(folder, "live.db.secret"), `${SECRET}\n`);
  const first = run("backup", []);
  expect(first).toMatchObject({ status: 0, stderr: "" });
  expect(first.stdout).toContain(`keep a copy of ${folder}/live.db.secret in another place`);
  expect(readdirSync(join(folder, "backups"))).toHaveLength(2);

  const to = join(folder, "kept");
  const second = run("backup", ["--keep", "1", "--with-secret"], { BACKUP_PATH: to });
  expect(second.stdout).toContain("verified, 0 acknowledged events");
  const [name = ""] = readdirSync(to);
  const elsewhere = { DATABASE_PATH: join(folder, "elsewhere", "intishar.db") };
  const restored = run("restore", [join(to, name)], elsewhere);
  expect(restored).toMatchObject({ status: 0, stderr: "" });
  expect(restored.stdout).toContain("Everybody signs in anew");
  expect(readFileSync(join(folder, "elsewhere", "intishar.db.secret"), "utf8")).toBe(`${SECRET}\n`);
  const other = run("restore", [join(to, name)], { ...elsewhere, AUTH_SECRET: `another ${SECRET}` });
  expect(other.stdout).toContain("AUTH_SECRET is not the secret that this backup was made with");
});

it("fails with one line that names what is wrong", () => {
  const { folder, run } = plant();
  const missing = { status: 1, stderr: `backup: ${folder}/live.db: there is no database\n` };
  expect(run("backup", [])).toMatchObject(missing);
  expect(run("backup", ["--keep", "0"]).stderr).toBe(
    'backup: --keep is "0"; expected a whole number from 1\n',
  );
  expect(run("restore", []).stderr).toBe("restore: which one backup? See --help\n");
  const absent = join(folder, "absent.db");
  expect(run("restore", [absent])).toMatchObject({ status: 1, stderr: `restore: ${absent}: no such file\n` });
});
