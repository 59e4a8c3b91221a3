import { expect, it } from "vitest";
import { sortChannels } from "./sort-channels.ts";

const figuresOf = (channel: string, shares: number, visits: number) => {
  return { channel, shares, visits, sharers: 1, conversions: 0, value: 0, children: 0 };
};
const FIGURES = [figuresOf("x", 5, 1), figuresOf("email", 5, 9), figuresOf("sms", 7, 0)];

it.each([
  ["shares", ["sms", "email", "x"]],
  ["visits", ["email", "x", "sms"]],
  ["channel", ["email", "sms", "x"]],
])("by %s", (wanted, names) => {
  const { channels, sort } = sortChannels(FIGURES, wanted);
  expect(channels.map(({ channel }) => channel)).toEqual(names);
  expect(sort).toBe(wanted);
});

it("takes an unknown column for shares", () => {
  expect(sortChannels(FIGURES, "toString")).toEqual(sortChannels(FIGURES, "shares"));
});
