import { expect, test } from "vitest";
import { KNOWN_SECONDS, knowBrowser, knownBrowser } from "#db/auth-store/known-browser.ts";

const at = { secret: "s".repeat(32), now: 1_750_000_000_000 };
const END = at.now + KNOWN_SECONDS * 1000;

test("a browser is known by a name of its own, for the account whose password it gave, until its time is over", () => {
  const [one, other] = [knowBrowser("sara", at), knowBrowser("sara", at)];
  const name = knownBrowser(one, "sara", at);
  expect(name).toMatch(/^[\w-]{22}$/);
  expect(knownBrowser(one, "sara", { ...at, now: END - 1 })).toBe(name);
  expect(knownBrowser(other, "sara", at)).not.toBe(name);
  expect(knownBrowser(one, "omar", at)).toBeNull();
  expect(knownBrowser(one, "sara", { ...at, secret: "t".repeat(32) })).toBeNull();
  expect(knownBrowser(one, "sara", { ...at, now: END })).toBeNull();
});

test("what is forged or malformed is a stranger's", () => {
  const sound = knowBrowser("sara", at);
  const [until = "", name = "", signature = ""] = sound.split(".");
  const forged = [
    `${Number(until) + 1}.${name}.${signature}`,
    `${until}.${"a".repeat(22)}.${signature}`,
    `${until}.${name}.${"a".repeat(43)}`,
    ...[`${sound}x`, `x${sound}`, `${until}.${name}`, "", undefined],
  ];
  expect(knownBrowser(sound, "sara", at)).toBe(name);
  expect(forged.map((token) => knownBrowser(token, "sara", at))).toEqual(forged.map(() => null));
});
