import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MINUTE } from "#lib/time/lengths.ts";
import oracle from "../oracles/seismic.json" with { type: "json" };
import { type AudienceSeries, type SeismicConstants, seismic } from "./seismic.ts";

interface SeismicInput {
  readonly times: readonly number[];
  readonly n_star: number;
  readonly max_window: number;
  readonly min_window: number;
  readonly min_count: number;
}

interface SeismicExpected {
  readonly infectiousness: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly prediction: readonly (number | string)[];
}

const constantsOf = (input: SeismicInput): SeismicConstants => ({
  meanAudience: input.n_star,
  longestWindow: 1000 * input.max_window,
  shortestWindow: 1000 * input.min_window,
  leastShares: input.min_count,
});

function near(actual: number, expected: number): void {
  if (expected === Infinity) expect(actual).toBe(Infinity);
  else expect(Math.abs(actual / expected - 1)).toBeLessThan(1e-8);
}

/** The oracle counts reshares, and seconds. */
function expectSeries(series: AudienceSeries, input: SeismicInput, expected: SeismicExpected): void {
  input.times.forEach((seconds, i) => {
    const forecast = seismic(series, 1000 * seconds, constantsOf(input))!;
    near(forecast.infectiousness, expected.infectiousness[i]!);
    near(forecast.low90, expected.lower[i]!);
    near(forecast.high90, expected.upper[i]!);
    near(forecast.value - 1, Number(expected.prediction[i]));
  });
}

// One real cascade under a licence of its own: it is read where a checkout has it beside it.
const tweetUrl = new URL("../../../../shared/data/seismic-tweet.csv", import.meta.url);
const sharedUrl = new URL("../../../../shared/oracles/seismic.json", import.meta.url);

describe("seismic", () => {
  it.each(oracle.cases)("$name", ({ input, expected }) => {
    const times = input.relative_time_second.map((seconds) => 1000 * seconds);
    expectSeries({ times, audience: input.number_of_followers }, input, expected);
  });

  it.skipIf(!existsSync(tweetUrl) || !existsSync(sharedUrl))(
    "a real tweet, read from ../shared when it stands beside the repository",
    () => {
      const lines = readFileSync(tweetUrl, "utf8").trim().split(/\r?\n/).slice(1);
      const rows = lines.map((line) => line.split(",").map(Number));
      const series = { times: rows.map(([at]) => 1000 * at!), audience: rows.map(([, people]) => people!) };
      const { cases } = JSON.parse(readFileSync(sharedUrl, "utf8"));
      const tweets = cases.filter((one: { input: { file?: string } }) => one.input.file !== undefined);
      expect(tweets).toHaveLength(2);
      for (const { input, expected } of tweets) expectSeries(series, input, expected);
    },
  );

  it("says nothing before the first reshare, and something after it", () => {
    const constants = constantsOf(oracle.cases[0]!.input);
    const series = { times: [0, MINUTE], audience: [100, 100] };
    expect(seismic(series, MINUTE, constants)).toBeNull();
    expect(seismic(series, 60_001, constants)?.infectiousness).toBeGreaterThan(0);
    expect(seismic({ times: [0], audience: [100] }, 60_001, constants)).toBeNull();
  });
});
