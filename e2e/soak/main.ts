import { soakGuards } from "./guards/soak-guards.ts";
import { soakHours } from "./hours/soak-hours.ts";
import type { Part, Tried } from "./part.ts";
import { SUITE_PARTS } from "./suites.ts";

/** The parts by their names: those with a browser, and `hours`, need a build. */
const PARTS: Readonly<Record<string, Part>> = { ...SUITE_PARTS, hours: soakHours, guards: soakGuards };

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(PARTS);

function tableOf(tried: readonly Tried[]): string {
  const rows = [...tried]
    .sort((a, b) => a.check - b.check)
    .map(({ check, probes, what, result }) => [String(check), probes.toLocaleString("en"), what, result]);
  const cells = [["check", "probes", "what", "result"], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map(([check = "", probes = "", what = "", result = ""]) =>
      [
        check.padStart(widths[0] ?? 0),
        probes.padStart(widths[1] ?? 0),
        what.padEnd(widths[2] ?? 0),
        result,
      ].join("  "),
    )
    .join("\n");
}

if (names.some((name) => PARTS[name] === undefined)) {
  process.stderr.write(`npm run soak -- [${Object.keys(PARTS).join(" | ")}] ...\n`);
  process.exitCode = 2;
} else {
  const tried: Tried[] = [];
  for (const name of names) {
    process.stdout.write(`${name}\n`);
    tried.push(...((await PARTS[name]?.((line) => void process.stdout.write(`  ${line}\n`))) ?? []));
  }
  process.stdout.write(`\n${tableOf(tried)}\n`);
  process.exitCode = tried.every(({ result }) => result === "held") ? 0 : 1;
}
