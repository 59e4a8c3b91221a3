import { type ArmsCell, measureArms } from "#lib/estimators/testing/coverage/measure-arms.ts";
import {
  type CoverageCell,
  measureCoverage,
  measureFalseVerdicts,
} from "#lib/estimators/testing/coverage/measure-coverage.ts";
import { measureTime, type TimeCell } from "#lib/estimators/testing/coverage/measure-time.ts";
import { ARMS_LAWS, REGIMES, RUNNING_REGIMES } from "#lib/estimators/testing/coverage/regimes.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

const CASCADES = [10, 20, 100];
const COVERED = 0.92;
const TOO_WIDE = 0.98;
const FALSE_VERDICTS = 0.025;
const FALSE_FINDINGS = 0.07;
const FALSE_EVER = 0.06;
const FALSE_TREND = 0.07;
const FALSE_CHANGE = 0.05;
const FEWEST = 20;
const AGES = [2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 7.5 * DAY];

const TABLES = { intervals: printIntervals, arms: printArms, time: printTime, verdicts: printVerdicts };

/**
 * How honest the statistics are, against METRICS §9, in per cent with the Monte-Carlo error: which 95 % intervals hold
 * the truth by regime and number of cascades, what comparisons find between equal arms, what R, cohorts, trend and
 * change say of a K that never changes, and which young campaigns are called dead. `!` where it misses the bar by more
 * than two of those errors. `--campaigns N` a cell, else 400; one table alone by its name.
 */
export function benchCoverage(args: readonly string[]): void {
  const campaigns = Number(args[args.indexOf("--campaigns") + 1] ?? 400) || 400;
  const chosen = Object.entries(TABLES).filter(([name]) => args.includes(name));
  print(`${campaigns} campaigns a cell; cascades ${CASCADES.join(" / ")}`);
  for (const [, table] of chosen.length > 0 ? chosen : Object.entries(TABLES)) table(campaigns);
}

function printIntervals(campaigns: number): void {
  for (const regime of REGIMES) {
    print(`\n${regime.name} (bar ${100 * regime.bar} %)`);
    const columns = CASCADES.map((cascades) =>
      measureCoverage(regime, { cascades, campaigns, seed: cascades }),
    );
    columns[0]?.forEach(({ figure }, i) => {
      row(figure, (c) => covered(columns[c]?.[i], { bar: regime.bar, isMany: (CASCADES[c] ?? 0) >= 100 }));
      const isGrey = columns.some((column) => (column[i]?.withGrey ?? 0) > 1.05 * (column[i]?.shown ?? 0));
      if (isGrey) row("  grey ones as well", (c) => covered(greyOf(columns[c]?.[i]), { bar: regime.bar }));
    });
  }
}

function greyOf(cell: CoverageCell | undefined) {
  return { held: cell?.heldWithGrey ?? 0, shown: cell?.withGrey ?? 0 };
}

/** @param cell undefined where nothing was measured */
function covered(
  cell: Pick<CoverageCell, "held" | "shown"> | undefined,
  { bar = COVERED, isMany = false } = {},
): string {
  const { held = 0, shown = 0 } = cell ?? {};
  return part(
    held,
    shown,
    (share, error) => share < bar - 2 * error || (isMany && share > TOO_WIDE + 2 * error),
  );
}

function printArms(campaigns: number): void {
  for (const law of ARMS_LAWS) {
    print(`\ntwo arms: ${law.name}`);
    const cells = CASCADES.map((cascades) => measureArms(law, { cascades, campaigns, seed: cascades }));
    const found = (of: keyof ArmsCell, most: number) => (c: number) =>
      part(cells[c]?.[of] ?? 0, campaigns, (share, error) => law.areEqual && share > most + 2 * error);
    row("found on the day", found("onDay", FALSE_FINDINGS));
    row("ever found, 19 looks", found("everDaily", FALSE_EVER));
    if (!law.areEqual) continue;
    row("range of the ratio", (c) => covered({ held: cells[c]?.heldOne ?? 0, shown: cells[c]?.ranges ?? 0 }));
  }
}

function printTime(campaigns: number): void {
  for (const regime of RUNNING_REGIMES) {
    print(`\nover time: ${regime.name}`);
    const cells = CASCADES.map((cascades) => measureTime(regime, { cascades, campaigns, seed: cascades }));
    const ranges = (of: keyof TimeCell) => (c: number) =>
      covered({ held: cells[c]?.[of].of ?? 0, shown: cells[c]?.[of].cases ?? 0 });
    const seen = (of: keyof TimeCell, most: number) => (c: number) =>
      part(cells[c]?.[of].of ?? 0, cells[c]?.[of].cases ?? 0, (share, error) => share > most + 2 * error);
    row("windows of R", ranges("windows"));
    row("cohorts", ranges("cohorts"));
    row("false trend", seen("trend", FALSE_TREND));
    row("false change", seen("change", FALSE_CHANGE));
  }
}

function printVerdicts(campaigns: number): void {
  print("\nsaid not to sustain itself, though K is");
  for (const k of [1.1, 1.3]) {
    const found = AGES.filter((age) => k < 1.2 || age < 2 * DAY).map((age) => {
      const wrong = measureFalseVerdicts(k, { age, campaigns: Math.min(campaigns, 300), seed: 5 });
      return `${age / HOUR} h ${(100 * wrong).toFixed(1)} %${wrong > FALSE_VERDICTS ? " !" : ""}`;
    });
    print(`  ${k}: ${found.join(", ")}`);
  }
}

function row(name: string, cellOf: (column: number) => string): void {
  print(`  ${name.padEnd(24)}${CASCADES.map((_, c) => cellOf(c).padStart(22)).join("")}`);
}

function part(count: number, cases: number, misses: (share: number, error: number) => boolean): string {
  if (cases < FEWEST) return `- (${cases})`;
  const share = count / cases;
  const error = Math.sqrt((share * (1 - share)) / cases);
  const text = `${(100 * share).toFixed(1)} ±${(100 * error).toFixed(1)} (${cases})`;
  return misses(share, error) ? `${text} !` : text;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
