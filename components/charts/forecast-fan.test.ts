import { expect, it } from "vitest";
import { type DrawnForecast, forecastFan } from "./forecast-fan.ts";

const band = { low80: 15, high80: 30, low95: 12, high95: 50 };
const forecast: DrawnForecast = {
  asOf: 100,
  horizon: 50,
  size: 10,
  total: { final: 20, band },
  curve: [
    { at: 50, size: 4 },
    { at: 100, size: 10 },
  ],
};

it("goes from what was seen through now to the final bands a horizon later", () => {
  expect(forecastFan(forecast)).toEqual([
    { at: 50, seen: 4, expected: null, band80: null, band95: null },
    { at: 100, seen: 10, expected: 10, band80: [10, 10], band95: [10, 10] },
    { at: 150, seen: null, expected: 20, band80: [15, 30], band95: [12, 50] },
  ]);
});

it("leaves out a band that is not known", () => {
  const total = { final: 20, band: { ...band, low95: null, high95: null } };
  expect(forecastFan({ ...forecast, total }).map(({ band95 }) => band95)).toEqual([null, null, null]);
});

it("is the seen curve alone without a forecast", () => {
  const rows = forecastFan({ ...forecast, total: null });
  expect(rows.map(({ at, seen, expected }) => [at, seen, expected])).toEqual([
    [50, 4, null],
    [100, 10, null],
  ]);
});
