import { expect, test } from "vitest";
import {
  addPasskey,
  findPasskey,
  listPasskeys,
  MOST_PASSKEYS,
  noteUse,
  removePasskey,
} from "#db/auth-store/passkeys.ts";
import { isSpent, readProof, signProof, spendProof } from "#db/auth-store/proof.ts";
import { openAuthStore } from "#db/auth-store/testing/open-auth-store.ts";
import { ConflictError } from "#lib/access/errors.ts";

const KEY = { publicKey: "k", counter: 0, transports: [], name: "n", createdAt: 0 };

function plant(counter: number) {
  const { db } = openAuthStore();
  addPasskey(db, { ...KEY, userId: 1, credentialId: "c", counter });
  const use = (next: number) => {
    const passkey = findPasskey(db, "c");
    if (passkey === null) throw new Error("no passkey");
    return noteUse(db, { passkey, counter: next, now: 9 });
  };
  return { db, use };
}

test("a passkey that counts has to have counted on", () => {
  const { db, use } = plant(3);
  expect([use(3), use(2), use(0)]).toEqual([false, false, false]);
  expect(listPasskeys(db, 1)[0]?.lastUsedAt).toBeNull();
  expect([use(4), use(4), use(9), use(5)]).toEqual([true, false, true, false]);
  expect(listPasskeys(db, 1)[0]?.lastUsedAt).toBe(9);
});

test("one that does not count says nothing each time", () => {
  const { use } = plant(0);
  expect([use(0), use(0), use(1), use(0)]).toEqual([true, true, true, false]);
});

test("two uses that read the same count cannot both be the first", () => {
  const { db } = plant(3);
  const passkey = findPasskey(db, "c");
  if (passkey === null) throw new Error("no passkey");
  const use = () => noteUse(db, { passkey, counter: 4, now: 9 });
  expect([use(), use()]).toEqual([true, false]);
});

test("a passkey is one person's, who may have so many", () => {
  const { db } = plant(0);
  expect(() => addPasskey(db, { ...KEY, userId: 2, credentialId: "c" })).toThrow(ConflictError);
  expect(removePasskey(db, 2, 1)).toBe(false);
  expect(findPasskey(db, "c")).toMatchObject({ userId: 1, email: "sara@example.org" });
  for (let at = 1; at < MOST_PASSKEYS; at += 1) addPasskey(db, { ...KEY, userId: 1, credentialId: `c${at}` });
  expect(() => addPasskey(db, { ...KEY, userId: 1, credentialId: "more" })).toThrow(ConflictError);
  expect(removePasskey(db, 1, 1)).toBe(true);
  expect(findPasskey(db, "c")).toBeNull();
});

test("a challenge is good for its purpose, for five minutes and once", () => {
  const { db } = plant(0);
  const key = { purpose: "passkey-sign-in", secret: "s", now: 1000 } as const;
  const { token, nonce } = signProof(0, key);
  const read = (more: object) => readProof(token, { ...key, ...more });
  expect(read({ purpose: "passkey-register" })).toBeNull();
  expect(read({ now: 1000 + 5 * 60_000 })).toBeNull();
  const proof = read({ now: 1000 + 5 * 60_000 - 1 });
  if (proof === null) throw new Error("no proof");
  expect(proof).toMatchObject({ userId: 0, nonce });
  expect([
    isSpent(db, proof),
    spendProof(db, proof, 1000),
    isSpent(db, proof),
    spendProof(db, proof, 1000),
  ]).toEqual([...[false, true, true, false]]);
});
