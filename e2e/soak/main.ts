import { soakGuards } from "./guards/soak-guards.ts";
import { soakHours } from "./hours/soak-hours.ts";
import type { Part, Tried } from "./part.ts";
import { soakSuites } from "./suites.ts";

/** The parts by their names, and about how long each takes on two cores. */
const PARTS: Readonly<Record<string, { readonly part: Part; readonly takes: string }>> = {
  suites: { part: soakSuites, takes: "20 minutes, after npm run build" },
  hours: { part: soakHours, takes: "10 minutes, or INTISHAR_SOAK_MINUTES, after npm run build" },
  guards: { part: soakGuards, takes: "an hour" },
};

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(PARTS);

function usage(): string {
  const lines = Object.entries(PARTS).map(([name, { takes }]) => `  ${name.padEnd(8)}${takes}`);
  return `npm run soak [-- PART ...]\n${lines.join("\n")}\n`;
}

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
  process.stderr.write(usage());
  process.exitCode = 2;
} else {
  const tried: Tried[] = [];
  for (const name of names) {
    process.stdout.write(`${name}\n`);
    tried.push(...((await PARTS[name]?.part((line) => void process.stdout.write(`  ${line}\n`))) ?? []));
  }
  process.stdout.write(`\n${tableOf(tried)}\n`);
  process.exitCode = tried.every(({ result }) => result === "held") ? 0 : 1;
}
