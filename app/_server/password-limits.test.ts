import { expect, test, vi } from "vitest";
import { createPasswordLimits, passwordLimits } from "#app/_server/password-limits.ts";

function limits() {
  const clock = { at: 5000 };
  const { take, giveBack } = createPasswordLimits({ now: () => clock.at });
  const attempt = (address: string, account: string, known: string | null) => ({ address, account, known });
  return {
    clock,
    take: (address: string, account: string, known: string | null = null) =>
      take(attempt(address, account, known)),
    giveBack: (address: string, account: string, known: string | null = null) =>
      giveBack(attempt(address, account, known)),
  };
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

test("a known browser has ten attempts of its own, whatever strangers spent, from its own address too", () => {
  const { take, giveBack } = limits();
  times(60, () => take("192.0.2.1", "sara"));
  times(60, (index) => take("192.0.2.1", `user${index}`));
  expect(take("192.0.2.1", "sara")).toBe(false);
  expect(times(15, () => take("192.0.2.1", "sara", "laptop"))).toBe(10);
  expect(take("192.0.2.1", "sara", "phone")).toBe(true);
  giveBack("192.0.2.1", "sara", "laptop");
  expect(take("192.0.2.1", "sara", "laptop")).toBe(false);
});

test("what a known browser guesses wrong takes nothing from strangers, who are counted as ever", () => {
  const { take } = limits();
  times(60, () => take("192.0.2.1", "sara", "laptop"));
  expect(times(15, () => take("192.0.2.1", "sara"))).toBe(10);
});

test("right passwords of a known browser use up nothing", () => {
  const { take, giveBack } = limits();
  const signIn = () => {
    const taken = take("192.0.2.1", "sara", "laptop");
    giveBack("192.0.2.1", "sara", "laptop");
    return taken;
  };
  expect(times(30, signIn)).toBe(30);
});

test("what is recalled of an account counts for strangers, and for no browser that is known", () => {
  const { take } = createPasswordLimits({ now: () => 0 });
  const recall = () => ({ taken: 8, endsInMs: 60_000 });
  const attempt = { address: "192.0.2.1", account: "sara" };
  const strangers = Array.from({ length: 5 }, () => take({ ...attempt, known: null }, recall));
  expect(strangers.filter(Boolean)).toHaveLength(2);
  expect(take({ ...attempt, known: "laptop" }, recall)).toBe(true);
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
  const copied = { address: "192.0.2.1", account: "copied", known: null };
  const copy = await import("#app/_server/password-limits.ts");
  expect(copy.createPasswordLimits).not.toBe(createPasswordLimits);
  times(10, () => passwordLimits.signIn.take(copied));
  expect(copy.passwordLimits.signIn.take(copied)).toBe(false);
  expect(copy.passwordLimits.unlock.take(copied)).toBe(true);
});
