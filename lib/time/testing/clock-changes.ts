import fc from "fast-check";
import { SECOND } from "#lib/time/lengths.ts";

/** Changes of clocks, from the tz database: the zone, the instant, and what the clock shows a second before and then. */
export const CHANGES = [
  ["America/New_York", "2024-03-10T07:00:00Z", "2024-03-10T01:59:59-05:00", "2024-03-10T03:00:00-04:00"],
  ["America/New_York", "2024-11-03T06:00:00Z", "2024-11-03T01:59:59-04:00", "2024-11-03T01:00:00-05:00"],
  ["Europe/London", "2024-03-31T01:00:00Z", "2024-03-31T00:59:59+00:00", "2024-03-31T02:00:00+01:00"],
  ["Europe/London", "2024-10-27T01:00:00Z", "2024-10-27T01:59:59+01:00", "2024-10-27T01:00:00+00:00"],
  ["Africa/Cairo", "2024-04-25T22:00:00Z", "2024-04-25T23:59:59+02:00", "2024-04-26T01:00:00+03:00"],
  ["Africa/Cairo", "2024-10-31T21:00:00Z", "2024-10-31T23:59:59+03:00", "2024-10-31T23:00:00+02:00"],
  ["Asia/Beirut", "2024-03-30T22:00:00Z", "2024-03-30T23:59:59+02:00", "2024-03-31T01:00:00+03:00"],
  ["Asia/Beirut", "2024-10-26T21:00:00Z", "2024-10-26T23:59:59+03:00", "2024-10-26T23:00:00+02:00"],
  ["America/Havana", "2024-03-10T05:00:00Z", "2024-03-09T23:59:59-05:00", "2024-03-10T01:00:00-04:00"],
  ["America/Havana", "2024-11-03T05:00:00Z", "2024-11-03T00:59:59-04:00", "2024-11-03T00:00:00-05:00"],
  // Ramadan.
  ["Africa/Casablanca", "2024-03-10T02:00:00Z", "2024-03-10T02:59:59+01:00", "2024-03-10T02:00:00+00:00"],
  ["Africa/Casablanca", "2024-04-14T02:00:00Z", "2024-04-14T01:59:59+00:00", "2024-04-14T03:00:00+01:00"],
  ["America/St_Johns", "2024-03-10T05:30:00Z", "2024-03-10T01:59:59-03:30", "2024-03-10T03:00:00-02:30"],
  ["America/St_Johns", "2024-11-03T04:30:00Z", "2024-11-03T01:59:59-02:30", "2024-11-03T01:00:00-03:30"],
  // A minute past midnight, so that the day before came back for an hour.
  ["America/St_Johns", "2006-04-02T03:31:00Z", "2006-04-02T00:00:59-03:30", "2006-04-02T01:01:00-02:30"],
  ["America/St_Johns", "2006-10-29T02:31:00Z", "2006-10-29T00:00:59-02:30", "2006-10-28T23:01:00-03:30"],
  ["Asia/Gaza", "2011-03-31T22:01:00Z", "2011-04-01T00:00:59+02:00", "2011-04-01T01:01:00+03:00"],
  ["Asia/Gaza", "2011-07-31T21:00:00Z", "2011-07-31T23:59:59+03:00", "2011-07-31T23:00:00+02:00"],
  ["Antarctica/Troll", "2024-03-31T01:00:00Z", "2024-03-31T00:59:59+00:00", "2024-03-31T03:00:00+02:00"],
  ["Australia/Lord_Howe", "2024-04-06T15:00:00Z", "2024-04-07T01:59:59+11:00", "2024-04-07T01:30:00+10:30"],
  ["Australia/Lord_Howe", "2024-10-05T15:30:00Z", "2024-10-06T01:59:59+10:30", "2024-10-06T02:30:00+11:00"],
  ["Pacific/Chatham", "2024-04-06T14:00:00Z", "2024-04-07T03:44:59+13:45", "2024-04-07T02:45:00+12:45"],
  ["Pacific/Chatham", "2024-09-28T14:00:00Z", "2024-09-29T02:44:59+12:45", "2024-09-29T03:45:00+13:45"],
  ["America/Sao_Paulo", "2018-02-18T02:00:00Z", "2018-02-17T23:59:59-02:00", "2018-02-17T23:00:00-03:00"],
  ["America/Sao_Paulo", "2018-11-04T03:00:00Z", "2018-11-03T23:59:59-03:00", "2018-11-04T01:00:00-02:00"],
  // A whole day that never was.
  ["Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-29T23:59:59-10:00", "2011-12-31T00:00:00+14:00"],
  ["Asia/Pyongyang", "2018-05-04T15:00:00Z", "2018-05-04T23:29:59+08:30", "2018-05-05T00:00:00+09:00"],
] as const;
const STEADY = ["UTC", "Asia/Riyadh", "Asia/Kabul", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Kiritimati"];
const ZONES = [...STEADY, ...new Set(CHANGES.map(([zone]) => zone))];

const around = fc.constantFrom(...CHANGES).chain(([zone, change]) =>
  fc.record({
    zone: fc.constant<string>(zone),
    at: fc.integer({ min: -2 * 86_400, max: 2 * 86_400 }).map((s) => Date.parse(change) + s * SECOND),
  }),
);
const anywhere = fc.record({
  zone: fc.constantFrom(...ZONES),
  at: fc
    .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2037, 0, 1) })
    .map((at) => Math.floor(at / SECOND) * SECOND),
});
/** Moments on whole seconds, many of them near a change of the clock. */
export const moments = fc.oneof(around, anywhere);
