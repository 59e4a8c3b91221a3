import { expect, test } from "vitest";
import { createPasswordLimits } from "#app/_server/password-limits.ts";
import { noteProbes, sized } from "#lib/testing/sized.ts";

const GUESSES = sized(10_000, 300_000);
const QUARTER = 15 * 60_000;

test("of very many guesses, at one account and at many, few are looked at", {
  timeout: sized(30_000, 600_000),
}, () => {
  const clock = { at: 0 };
  const limits = createPasswordLimits({ now: () => clock.at });
  const looked = (count: number, guess: (n: number) => { address: string; account: string }) =>
    Array.from({ length: count }, (_, n) => limits.take({ ...guess(n), known: null })).filter(Boolean).length;
  const network = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;
  // A stranger's browser for each guess at one account, and then one stranger's at as many accounts.
  expect(looked(GUESSES, (n) => ({ address: network(n), account: "sara" }))).toBe(10);
  expect(looked(GUESSES, (n) => ({ address: "192.0.2.1", account: `user${n}` }))).toBe(50);
  expect(limits.take({ address: "203.0.113.1", account: "sara", known: "laptop" })).toBe(true);
  clock.at += QUARTER;
  expect(looked(20, () => ({ address: "203.0.113.2", account: "sara" }))).toBe(10);
  noteProbes(16, 2 * GUESSES);
});
