import { expect, test } from "vitest";
import { hashPassword } from "#db/auth-store/hash-password.ts";
import { verifyPassword } from "#db/auth-store/verify-password.ts";

test("a hash fits its password and no other, and tells its own cost", async () => {
  const hash = await hashPassword("correct horse");
  expect(hash).toMatch(/^scrypt\$32768\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await verifyPassword("correct horse", hash)).toBe(true);
  expect(await verifyPassword("correct horsf", hash)).toBe(false);
  expect(await hashPassword("correct horse")).not.toBe(hash);
});

test("two spellings of the same characters are one password", async () => {
  const hash = await hashPassword("Caf\u00e9 au lait");
  expect(await verifyPassword("Cafe\u0301 au lait", hash)).toBe(true);
});

test("a hash of RFC 7914, section 12, verifies", async () => {
  const salt = Buffer.from("SodiumChloride").toString("base64url");
  const key = Buffer.from(
    "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
    "hex",
  ).toString("base64url");
  expect(await verifyPassword("pleaseletmein", `scrypt$16384$8$1$${salt}$${key}`)).toBe(true);
});

test("no account is never a match, and takes the same work", async () => {
  const hash = await hashPassword("correct horse");
  const time = async (known: string | null) => {
    const start = performance.now();
    expect(await verifyPassword("wrong horse", known)).toBe(false);
    return performance.now() - start;
  };
  await time(hash);
  const [known, unknown] = [await time(hash), await time(null)];
  expect(unknown).toBeGreaterThan(known / 3);
});

test("a malformed hash is an error, not a refusal", async () => {
  await expect(verifyPassword("x", "plain")).rejects.toThrow("malformed");
});
