import { type BinaryLike, type ScryptOptions, scrypt } from "node:crypto";
import { beforeEach, expect, it, vi } from "vitest";
import { deriveKey, MOST_AT_ONCE } from "./derive-key.ts";

type Done = (error: Error | null, key: Buffer) => void;

/** What was asked of scrypt and is not answered yet. */
const asked: { password: string; answer: Done }[] = [];

vi.mock("node:crypto", async (load) => ({
  ...(await load<typeof import("node:crypto")>()),
  scrypt: vi.fn((password: BinaryLike, _salt: BinaryLike, _length: number, _: ScryptOptions, done: Done) => {
    asked.push({ password: String(password), answer: done });
  }),
}));

beforeEach(() => {
  asked.length = 0;
  vi.mocked(scrypt).mockClear();
});

const derive = (password: string) => deriveKey(password, Buffer.alloc(1), 1, { N: 2, r: 1, p: 1 });
const turn = () => new Promise((resolve) => setImmediate(resolve));

it("works on two passwords at once; the others follow in the order they came, whether one fails or not", async () => {
  const names = ["a", "b", "c", "d", "e"];
  const derived = names.map(derive);
  const outcomes = Promise.allSettled(derived);
  await turn();
  expect(asked.map(({ password }) => password)).toEqual(names.slice(0, MOST_AT_ONCE));
  for (const [i, name] of names.entries()) {
    const one = asked[i];
    expect(one?.password).toBe(name);
    one?.answer(name === "b" ? new Error("no memory") : null, Buffer.from(name));
    await turn();
    expect(asked).toHaveLength(Math.min(names.length, MOST_AT_ONCE + i + 1));
  }
  expect((await outcomes).map((one) => (one.status === "fulfilled" ? String(one.value) : "failed"))).toEqual([
    "a",
    "failed",
    "c",
    "d",
    "e",
  ]);
  const again = derive("f");
  await turn();
  expect(asked.at(-1)?.password).toBe("f");
  asked.at(-1)?.answer(null, Buffer.from("f"));
  expect(String(await again)).toBe("f");
});
