import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { buildForest } from "#lib/cascade/build-forest.ts";
import type { ShareLink } from "#lib/cascade/forest.ts";
import { countAtMost } from "#lib/stats/sorted-search.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { type CascadeTimes, cascadeTimes } from "./cascade-times.ts";
import { evaluateForecast } from "./evaluation.ts";
import { forecastCascade } from "./live.ts";
import { fitCountForecast, fitFullForecast } from "./models.ts";
import type { ForecastModel } from "./ridge.ts";

interface Example {
  readonly cascade_id: string;
  readonly features: readonly number[];
  readonly n: number;
  readonly N: number;
  readonly point: number;
  readonly lo80: number;
  readonly hi80: number;
  readonly lo95: number;
  readonly hi95: number;
}

interface AgeCase {
  readonly history: number;
  readonly coefficients: {
    readonly intercept: number;
    readonly standardised: readonly number[];
    readonly feature_mean: readonly number[];
    readonly feature_sd: readonly number[];
  };
  readonly examples: readonly Example[];
  readonly test_summary: {
    readonly cascades: number;
    readonly MdAPE: number;
    readonly coverage80: number;
    readonly coverage95: number;
  };
}

// Cascades of real people, under no licence to copy: they are read where a checkout has them beside it.
const oracleUrl = new URL("../../../../shared/oracles/forecast-count-ridge.json", import.meta.url);
const dataUrl = new URL("../../../../shared/data/weibo-cascades.csv.gz", import.meta.url);
const isThere = existsSync(oracleUrl) && existsSync(dataUrl);

/** The cascades in order of their ids; `id` is the file's cascade id. */
function readCascades(): CascadeTimes[] {
  const links = new Map<string, ShareLink[]>();
  const lines = gunzipSync(readFileSync(dataUrl)).toString("utf8").trimEnd().split("\n");
  for (const line of lines.slice(1)) {
    const [cascade = "", code = "", via, , at = ""] = line.split(",");
    const share = { code, via: via || null, at: Date.parse(at) };
    const others = links.get(cascade);
    if (others) others.push(share);
    else links.set(cascade, [share]);
  }
  const ids = [...links.keys()].sort();
  return ids.map((id) => {
    const forest = buildForest(links.get(id)!);
    return { ...cascadeTimes(forest, forest.codes)[0]!, id };
  });
}

const AGES = [3600, 21600, 86400].map((seconds) => ({ seconds, age: seconds * 1000 }));
const SHANGHAI = () => 8 * HOUR;

/** The oracle's relative tolerance; below 0.001 it is an absolute one. */
const near = (actual: number, expected: number) =>
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1e-3, Math.abs(expected)));

function score(model: ForecastModel, cascades: readonly CascadeTimes[]) {
  return evaluateForecast(
    cascades.map((cascade) => {
      const forecast = forecastCascade(model, cascade);
      if (forecast.value === null) throw new Error(`no forecast for ${cascade.id}`);
      return { forecast, final: cascade.times.length };
    }),
  )!;
}

describe.skipIf(!isThere)("real cascades, read from ../shared when it stands beside the repository", () => {
  let train: CascadeTimes[] = [];
  let test: CascadeTimes[] = [];
  let oracle: Record<string, AgeCase> = {};
  beforeAll(() => {
    const cascades = readCascades();
    train = cascades.slice(0, 847);
    test = cascades.slice(847);
    oracle = JSON.parse(readFileSync(oracleUrl, "utf8")).ages;
  });
  const atLeastTen = (cascades: readonly CascadeTimes[], age: number) =>
    cascades.filter(({ times }) => countAtMost(times, age) >= 10);

  it.each(AGES)("the count ridge at $seconds s is the reference's", ({ seconds, age }) => {
    const expected = oracle[seconds]!;
    const history = atLeastTen(train, age);
    expect(history).toHaveLength(expected.history);
    const model = fitCountForecast(history, { age, horizon: Infinity });
    near(model.size.intercept, expected.coefficients.intercept);
    expected.coefficients.standardised.forEach((value, i) => {
      near(model.size.coefficients[i]!, value);
    });
    expected.coefficients.feature_mean.forEach((value, i) => {
      near(model.size.mean[i]!, value);
    });
    expected.coefficients.feature_sd.forEach((value, i) => {
      near(model.size.deviation[i]!, value);
    });
    const byId = new Map(test.map((cascade) => [cascade.id, cascade]));
    for (const example of expected.examples) {
      const cascade = byId.get(example.cascade_id)!;
      example.features.forEach((value, i) => {
        near(model.features(cascade)[i]!, value);
      });
      const forecast = forecastCascade(model, cascade);
      near(forecast.value!, example.point);
      expect(forecast).toMatchObject({ interval80: {}, interval95: {} });
      if (forecast.value === null) continue;
      near(forecast.interval80.low, example.lo80);
      near(forecast.interval80.high, example.hi80);
      near(forecast.interval95!.low, example.lo95);
      near(forecast.interval95!.high, example.hi95);
    }
    const scores = score(model, atLeastTen(test, age));
    expect(scores.cascades).toBe(expected.test_summary.cascades);
    near(scores.medianApe, expected.test_summary.MdAPE);
    near(scores.interval80.coverage, expected.test_summary.coverage80);
    near(scores.interval95!.coverage, expected.test_summary.coverage95);
  });

  it.each(AGES)(
    "the full version beats the count ridge at $seconds s and covers honestly",
    ({ seconds, age }) => {
      const model = fitFullForecast(atLeastTen(train, age), { age, horizon: Infinity }, SHANGHAI);
      const scores = score(model, atLeastTen(test, age));
      expect(scores.medianApe).toBeLessThan(oracle[seconds]!.test_summary.MdAPE - 0.005);
      expect(scores.medianApe).toBeLessThan({ 3600: 0.319, 21600: 0.199, 86400: 0.077 }[seconds]! + 0.005);
      expect(scores.interval80.coverage).toBeGreaterThan(0.77);
      expect(scores.interval80.coverage).toBeLessThan(0.88);
      expect(scores.interval95!.coverage).toBeGreaterThan(0.93);
      expect(scores.interval95!.coverage).toBeLessThan(0.98);
    },
  );
});
