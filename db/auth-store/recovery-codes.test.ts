import { expect, test } from "vitest";
import {
  countRecoveryCodes,
  drawRecoveryCodes,
  keepRecoveryCodes,
  takeRecoveryCode,
} from "#db/auth-store/recovery-codes.ts";
import { openAuthStore } from "#db/auth-store/testing/open-auth-store.ts";
import { recoveryCodes } from "#db/schema/second-factors.ts";
import { RECOVERY_LETTERS } from "#lib/domain/second-factor-code.ts";

const NOW = 1_750_000_000_000;

async function plant() {
  const { db, again } = openAuthStore();
  const { codes, hashes } = await drawRecoveryCodes();
  keepRecoveryCodes(db, { userId: 1, hashes, now: NOW });
  const take = (letters: string, userId = 1, on = db) => takeRecoveryCode(on, { userId, letters, now: NOW });
  return { db, again, codes, take, first: codes[0] ?? "" };
}

test("ten codes of ten letters, no two alike, of which the file has scrypt alone", async () => {
  const { db, codes } = await plant();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(new RegExp(`^[${RECOVERY_LETTERS}]{10}$`));
  const stored = JSON.stringify(db.select().from(recoveryCodes).all());
  for (const code of codes) expect(stored).not.toContain(code);
  expect(stored.match(/scrypt\$16384\$8\$1\$/g)).toHaveLength(10);
});

test("each works once, for whom it was made", async () => {
  const { db, take, codes, first } = await plant();
  expect(await take(first, 2)).toBe(false);
  expect(await take("abcdefghjk")).toBe(false);
  expect(await take(first)).toBe(true);
  expect(await take(first)).toBe(false);
  expect(countRecoveryCodes(db, 1)).toBe(9);
  for (const code of codes.slice(1)) expect(await take(code)).toBe(true);
  expect(countRecoveryCodes(db, 1)).toBe(0);
});

test("of many who give the same code at once one gets in", async () => {
  const { again, take, first } = await plant();
  const other = again();
  const taken = await Promise.all(
    Array.from({ length: 12 }, (_, at) => take(first, 1, at % 2 === 0 ? undefined : other)),
  );
  expect(taken.filter(Boolean)).toHaveLength(1);
});

test("a new set voids the one before, and nobody else's", async () => {
  const { db, take, codes, first } = await plant();
  keepRecoveryCodes(db, { userId: 2, hashes: (await drawRecoveryCodes()).hashes, now: NOW });
  const next = await drawRecoveryCodes();
  keepRecoveryCodes(db, { userId: 1, hashes: next.hashes, now: NOW + 1 });
  expect(next.codes).not.toContain(first);
  expect(await take(codes[1] ?? "")).toBe(false);
  expect(await take(next.codes[0] ?? "")).toBe(true);
  expect([countRecoveryCodes(db, 1), countRecoveryCodes(db, 2)]).toEqual([9, 10]);
});
