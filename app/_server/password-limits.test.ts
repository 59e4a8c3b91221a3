import { expect, test, vi } from "vitest";
import { createPasswordLimits, passwordLimits } from "#app/_server/password-limits.ts";

function limits() {
  const clock = { at: 5000 };
  return { clock, ...createPasswordLimits({ now: () => clock.at }) };
}

const times = (count: number, take: (index: number) => boolean) =>
  Array.from({ length: count }, (_, index) => take(index)).filter(Boolean).length;

test("an account has ten attempts, from however many addresses; another has its own", () => {
  const { take } = limits();
  expect(times(15, (index) => take(`192.0.2.${index}`, "sara"))).toBe(10);
  expect(take("192.0.2.1", "omar")).toBe(true);
});

test("an address has fifty attempts, on however many accounts; another has its own", () => {
  const { take } = limits();
  expect(times(60, (index) => take("192.0.2.1", `user${index}`))).toBe(50);
  expect(take("192.0.2.2", "sara")).toBe(true);
});

test("whoever has a /64 has fifty attempts in all of it; a neighbour has fifty more", () => {
  const { take } = limits();
  expect(times(60, (index) => take(`2001:db8:0:1::${index.toString(16)}`, `user${index}`))).toBe(50);
  expect(take("2001:db8:0:2::1", "sara")).toBe(true);
});

test("an address that is spent uses up no account's attempts", () => {
  const { take } = limits();
  times(50, (index) => take("192.0.2.1", `user${index}`));
  expect(times(20, () => take("192.0.2.1", "sara"))).toBe(0);
  expect(times(10, () => take("192.0.2.2", "sara"))).toBe(10);
});

test("right passwords use up nothing", () => {
  const { take, giveBack } = limits();
  const signIn = () => {
    const taken = take("192.0.2.1", "sara");
    giveBack("192.0.2.1", "sara");
    return taken;
  };
  expect(times(60, signIn)).toBe(60);
  expect(times(15, () => take("192.0.2.1", "sara"))).toBe(10);
});

test("attempts come back after a quarter of an hour", () => {
  const { clock, take } = limits();
  times(10, () => take("192.0.2.1", "sara"));
  clock.at += 15 * 60_000 - 1;
  expect(take("192.0.2.1", "sara")).toBe(false);
  clock.at += 1;
  expect(take("192.0.2.1", "sara")).toBe(true);
});

test("every copy of the module counts in the same place, signing in and unlocking apart", async () => {
  vi.resetModules();
  const copy = await import("#app/_server/password-limits.ts");
  expect(copy.createPasswordLimits).not.toBe(createPasswordLimits);
  times(10, () => passwordLimits.signIn.take("192.0.2.1", "copied"));
  expect(copy.passwordLimits.signIn.take("192.0.2.1", "copied")).toBe(false);
  expect(copy.passwordLimits.unlock.take("192.0.2.1", "copied")).toBe(true);
});
