import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvFile } from "./csv-file.ts";

/**
 * Runs where INTISHAR_OFFICE names LibreOffice's `soffice`: `INTISHAR_OFFICE=/usr/bin/soffice npx vitest run
 * --config e2e/vitest.config.ts`. It opens a file of ours as a person would, and reads what became of its cells.
 */
const OFFICE = process.env.INTISHAR_OFFICE ?? "";
const HOSTILE = ['=HYPERLINK("http://evil.example")', "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "  ＝1+1"];

describe("a CSV file opened in LibreOffice", () => {
  let folder: string;
  let sheet: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "intishar-office-"));
    const rows = HOSTILE.map((text) => [text, 1.5, "انتشار"]);
    writeFileSync(join(folder, "rows.csv"), csvFile(["text", "number", "arabic"], rows));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = ["--headless", "--convert-to", "fods", "--outdir", folder, join(folder, "rows.csv")];
    execFileSync(OFFICE, [profile, ...convert], { timeout: 120_000 });
    sheet = readFileSync(join(folder, "rows.fods"), "utf8");
  }, 150_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it("holds no formula, and numbers as numbers", () => {
    expect(sheet).not.toContain("table:formula");
    expect(sheet.match(/office:value-type="float" office:value="1.5"/g)).toHaveLength(HOSTILE.length);
  });

  it("shows Arabic as Arabic", () => {
    expect(sheet.match(/<text:p>انتشار<\/text:p>/g)).toHaveLength(HOSTILE.length);
  });
});
