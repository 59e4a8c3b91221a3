import { expect, test } from "vitest";
import { createSignInLimits } from "#app/_server/create-sign-in-limits.ts";

const times = async (count: number, take: (index: number) => Promise<boolean>) => {
  const taken: boolean[] = [];
  for (let index = 0; index < count; index += 1) taken.push(await take(index));
  return taken.filter(Boolean).length;
};

test("an account has ten attempts, from however many addresses; another has its own", async () => {
  const limits = createSignInLimits();
  expect(await times(15, (index) => limits.take(`192.0.2.${index}`, "sara"))).toBe(10);
  expect(await limits.take("192.0.2.1", "omar")).toBe(true);
});

test("an address has fifty attempts, on however many accounts; another has its own", async () => {
  const limits = createSignInLimits();
  expect(await times(60, (index) => limits.take("192.0.2.1", `user${index}`))).toBe(50);
  expect(await limits.take("192.0.2.2", "sara")).toBe(true);
});

test("an address that is spent uses up no account's attempts", async () => {
  const limits = createSignInLimits();
  await times(50, (index) => limits.take("192.0.2.1", `user${index}`));
  expect(await times(20, () => limits.take("192.0.2.1", "sara"))).toBe(0);
  expect(await times(10, () => limits.take("192.0.2.2", "sara"))).toBe(10);
});

test("right passwords use up nothing", async () => {
  const limits = createSignInLimits();
  const signIn = async () => {
    const taken = await limits.take("192.0.2.1", "sara");
    await limits.giveBack("192.0.2.1", "sara");
    return taken;
  };
  expect(await times(60, signIn)).toBe(60);
  expect(await times(15, () => limits.take("192.0.2.1", "sara"))).toBe(10);
});
