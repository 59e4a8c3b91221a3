import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MINUTE } from "#lib/time/lengths.ts";
import { csvFile } from "./csv.ts";

/**
 * Runs where INTISHAR_OFFICE names LibreOffice's `soffice`: `INTISHAR_OFFICE=/usr/bin/soffice npx vitest run
 * --config e2e/vitest.config.ts`. It opens a file of ours as a person would, and reads what became of its cells.
 */
const OFFICE = process.env.INTISHAR_OFFICE ?? "";
const HOSTILE = [
  '=HYPERLINK("http://evil.example")',
  "+1+1",
  "-2+3",
  "@SUM(1)",
  "\t=1+1",
  "  ＝1+1",
  "x;=1+1;",
  'x\t"=1+1',
];

/** Separator, quote, UTF-8; a comma is what LibreOffice's own dialog proposes for a file with a byte order mark. */
const filterOf = (separator: string) =>
  `--infilter=Text - txt - csv (StarCalc):${separator.charCodeAt(0)},34,76,1`;

describe("a CSV file opened in LibreOffice", () => {
  let folder: string;
  const open = (name: string, content: string, separator = ","): string => {
    writeFileSync(join(folder, `${name}.csv`), content);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = [
      "--headless",
      filterOf(separator),
      "--convert-to",
      "fods",
      "--outdir",
      folder,
      join(folder, `${name}.csv`),
    ];
    execFileSync(OFFICE, [profile, ...convert], { timeout: 2 * MINUTE, stdio: "ignore" });
    return readFileSync(join(folder, `${name}.fods`), "utf8");
  };
  const rows = HOSTILE.map((text) => [text, 1.5, "انتشار"]);
  let sheet: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "intishar-office-"));
    sheet = open("rows", csvFile(["text", "number", "arabic"], rows));
  }, 150_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  it("holds no formula, and numbers as numbers", () => {
    expect(sheet).not.toContain("table:formula");
    expect(sheet.match(/office:value-type="float" office:value="1.5"/g)).toHaveLength(HOSTILE.length);
  });

  it.each([";", "\t"])("holds none with %j between its cells", { timeout: 150_000 }, (separator) => {
    const read = open("split", csvFile(["text", "number", "arabic"], rows), separator);
    expect(read).not.toContain("table:formula");
  });

  it("would hold formulas if they were written as they came", { timeout: 150_000 }, () => {
    expect(open("raw", `text\r\n${HOSTILE[1]}\r\n=1+1\r\n`)).toContain("table:formula");
  });

  it("shows Arabic as Arabic", () => {
    expect(sheet.match(/<text:p>انتشار<\/text:p>/g)).toHaveLength(HOSTILE.length);
  });
});
