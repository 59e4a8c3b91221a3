import { measureCoverage, measureFalseVerdicts } from "#lib/estimators/testing/coverage/measure-coverage.ts";
import { REGIMES } from "#lib/estimators/testing/coverage/regimes.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

const CASCADES = [10, 20, 100];
const TOO_WIDE = 0.98;
const FALSE_VERDICTS = 0.025;
const AGES = [2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, 7.5 * DAY];

/**
 * How often 95 % intervals hold the truth, by regime and number of cascades, against METRICS §9: in per cent, with
 * the Monte-Carlo error, `!` where it is below the bar by more than two of those. `--campaigns N` a cell, else 400.
 */
export function benchCoverage(args: readonly string[]): void {
  const campaigns = Number(args[args.indexOf("--campaigns") + 1] ?? 400) || 400;
  const print = (text: string) => process.stdout.write(`${text}\n`);
  print(`${campaigns} campaigns a cell; cascades ${CASCADES.join(" / ")}`);
  for (const regime of REGIMES) {
    const columns = CASCADES.map((cascades) =>
      measureCoverage(regime, { cascades, campaigns, seed: cascades }),
    );
    print(`\n${regime.name} (bar ${100 * regime.bar} %)`);
    columns[0]?.forEach(({ figure }, i) => {
      const cells = columns.map((column, c) => {
        const { shown = 0, held = 0 } = column[i] ?? {};
        return cell(held, shown, regime.bar, (CASCADES[c] ?? 0) >= 100);
      });
      print(`  ${figure.padEnd(24)}${cells.map((text) => text.padStart(20)).join("")}`);
    });
  }
  print("\nsaid not to sustain itself, though K is");
  for (const k of [1.1, 1.3]) {
    const found = AGES.filter((age) => k < 1.2 || age < 2 * DAY).map((age) => {
      const part = measureFalseVerdicts(k, { age, campaigns: Math.min(campaigns, 300), seed: 5 });
      return `${age / HOUR} h ${(100 * part).toFixed(1)} %${part > FALSE_VERDICTS ? " !" : ""}`;
    });
    print(`  ${k}: ${found.join(", ")}`);
  }
}

function cell(held: number, shown: number, bar: number, isMany: boolean): string {
  if (shown < 20) return `- (${shown})`;
  const part = held / shown;
  const error = Math.sqrt((part * (1 - part)) / shown);
  const isLow = part < bar - 2 * error;
  const isWide = isMany && part > TOO_WIDE + 2 * error;
  const text = `${(100 * part).toFixed(1)} ±${(100 * error).toFixed(1)} (${shown})`;
  return isLow || isWide ? `${text} !` : text;
}
