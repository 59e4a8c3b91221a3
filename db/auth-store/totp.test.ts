import { expect, test } from "vitest";
import { readSecondFactors } from "#db/auth-store/second-factors.ts";
import { openAuthStore } from "#db/auth-store/testing/open-auth-store.ts";
import { turnOnTotp } from "#db/auth-store/testing/turn-on-totp.ts";
import { beginTotp, confirmTotp, pendingTotp, removeTotp, takeTotp } from "#db/auth-store/totp.ts";
import { openDatabase } from "#db/open-database.ts";
import { totpSecrets } from "#db/schema/second-factors.ts";
import { sealSecrets } from "#db/vault/seal-secrets.ts";
import { TOTP_SECRET } from "#db/vault/sealed-columns.ts";
import { sealSecret } from "#db/vault/secrets-of.ts";
import { OTHER_VAULT, TEST_SECRETS } from "#db/vault/testing/test-vault.ts";
import { Vault } from "#db/vault/vault.ts";
import { ConflictError } from "#lib/access/errors.ts";

const NOW = 1_750_000_000_000;
const STEP = 30_000;
const SARA = { id: 1, email: "sara@example.org" };

/** RFC 6238, appendix B, for SHA-1: seconds, and the last six of the eight digits. */
test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("at %d seconds the secret of RFC 6238 has the code %s", (seconds, code) => {
  const { db } = openAuthStore();
  const place = { column: TOTP_SECRET, workspaceId: 0, rowId: 1 };
  const secret = sealSecret(db, place, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  db.insert(totpSecrets).values({ userId: 1, secret, createdAt: 0, confirmedAt: 0 }).run();
  expect(takeTotp(db, 1, "000000", seconds * 1000)).toBe(false);
  expect(takeTotp(db, 1, code, seconds * 1000)).toBe(true);
});

test("a secret counts once a code of it was given, and is sealed and of 20 bytes", () => {
  const { db } = openAuthStore();
  beginTotp(db, 1, NOW);
  const { secret, uri } = pendingTotp(db, SARA) ?? { secret: "", uri: "" };
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(uri).toBe(
    `otpauth://totp/Intishar:sara%40example.org?issuer=Intishar&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  );
  expect(db.select().from(totpSecrets).get()?.secret).toMatch(/^v1\./);
  expect(confirmTotp(db, 1, "000000", NOW)).toBe(false);
  expect(readSecondFactors(db, 1).hasTotp).toBe(false);
  const codeAt = turnOnTotp(db, 1, NOW);
  expect(readSecondFactors(db, 1).hasTotp).toBe(true);
  expect(pendingTotp(db, SARA)).toBeNull();
  expect(() => beginTotp(db, 1, NOW)).toThrow(ConflictError);
  expect(takeTotp(db, 1, codeAt(NOW + STEP), NOW + STEP)).toBe(true);
  expect(readSecondFactors(db, 2).hasTotp).toBe(false);
  removeTotp(db, 1);
  expect(takeTotp(db, 1, codeAt(NOW + 9 * STEP), NOW + 9 * STEP)).toBe(false);
});

test("a secret that waits opens nothing", () => {
  const { db } = openAuthStore();
  const codeAt = turnOnTotp(db, 1, NOW);
  db.update(totpSecrets).set({ confirmedAt: null, lastStep: 0 }).run();
  expect(takeTotp(db, 1, codeAt(NOW), NOW)).toBe(false);
});

test("a clock may be one step behind or ahead, and no more", () => {
  const { db } = openAuthStore();
  const codeAt = turnOnTotp(db, 1, NOW - 100 * STEP);
  const takes = (drift: number) => {
    db.update(totpSecrets).set({ lastStep: 0 }).run();
    return takeTotp(db, 1, codeAt(NOW + drift * STEP), NOW);
  };
  expect([-3, -2, -1, 0, 1, 2, 3].map(takes)).toEqual([false, false, true, true, true, false, false]);
});

test("no code is taken twice, none older than one that was, and not that of setting up", () => {
  const { db, again } = openAuthStore();
  const codeAt = turnOnTotp(db, 1, NOW);
  const other = again();
  expect(takeTotp(db, 1, codeAt(NOW), NOW)).toBe(false);
  const later = NOW + 2 * STEP;
  expect(takeTotp(db, 1, codeAt(later), later)).toBe(true);
  for (const one of [db, other]) {
    expect(takeTotp(one, 1, codeAt(later), later)).toBe(false);
    expect(takeTotp(one, 1, codeAt(later - STEP), later)).toBe(false);
  }
  expect(takeTotp(other, 1, codeAt(later + STEP), later)).toBe(true);
});

test("a code opens one account alone", () => {
  const { db } = openAuthStore();
  const sara = turnOnTotp(db, 1, NOW);
  turnOnTotp(db, 2, NOW);
  expect(takeTotp(db, 2, sara(NOW + STEP), NOW + STEP)).toBe(false);
  expect(takeTotp(db, 1, sara(NOW + STEP), NOW + STEP)).toBe(true);
});

test("the secret follows AUTH_SECRET when that is exchanged, and opens nothing when it is lost", () => {
  const { db } = openAuthStore();
  const codeAt = turnOnTotp(db, 1, NOW);
  const next = new Vault({ current: "n".repeat(40), previous: [TEST_SECRETS.current] });
  expect(sealSecrets(db, next)).toMatchObject({ resealed: 1, lost: [] });
  const take = (vault: Vault, at: number) => {
    const other = openDatabase(db.$client.name, { vault });
    try {
      return takeTotp(other, 1, codeAt(at), at);
    } finally {
      other.$client.close();
    }
  };
  expect(take(OTHER_VAULT, NOW + STEP)).toBe(false);
  expect(take(new Vault({ current: "n".repeat(40), previous: [] }), NOW + STEP)).toBe(true);
  expect(sealSecrets(db, OTHER_VAULT).lost).toEqual([{ noun: TOTP_SECRET.noun, count: 1 }]);
});
