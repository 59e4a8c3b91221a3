import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import { logHolder } from "#app/_server/log-holder.ts";
import {
  findPasskey,
  type KnownPasskey,
  listPasskeys,
  type NewPasskey,
  noteUse,
} from "#db/auth-store/passkeys.ts";
import { isSpent, type Proof, spendProof } from "#db/auth-store/proof.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { whenFree } from "#db/when-free.ts";

const LONGEST = 16_384;
const Base64 = z
  .string()
  .max(LONGEST)
  .regex(/^[\w-]*$/);
const Answer = { id: Base64, rawId: Base64, type: z.literal("public-key") };
const Transport = z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);

const Signed = z.object({
  ...Answer,
  response: z.object({ clientDataJSON: Base64, authenticatorData: Base64, signature: Base64 }),
});
const Made = z.object({
  ...Answer,
  response: z.object({
    clientDataJSON: Base64,
    attestationObject: Base64,
    transports: z.array(Transport).max(10).catch([]).default([]),
  }),
});

/** The site, as WebAuthn knows it. */
function site() {
  const { hostname, origin } = new URL(process.env.NEXTAUTH_URL ?? "http://localhost:3000");
  return { rpID: hostname, origin };
}

const bytesOf = (base64url: string) => new Uint8Array(Buffer.from(base64url, "base64url"));

/** What a browser asks any passkey of this site to sign; the person's own if `userId` is there. */
export function authenticationOptions(db: IntisharDatabase, nonce: string, userId: number | null) {
  const own = userId === null ? [] : listPasskeys(db, userId);
  return generateAuthenticationOptions({
    rpID: site().rpID,
    challenge: bytesOf(nonce),
    userVerification: "required",
    allowCredentials: own.map(({ credentialId }) => ({ id: credentialId })),
  });
}

/** What a browser has an authenticator make. */
export function registrationOptions(
  db: IntisharDatabase,
  nonce: string,
  account: { id: number; email: string },
) {
  return generateRegistrationOptions({
    rpName: "Intishar",
    rpID: site().rpID,
    userName: account.email,
    userID: new TextEncoder().encode(`intishar-${account.id}`),
    challenge: bytesOf(nonce),
    attestationType: "none",
    excludeCredentials: listPasskeys(db, account.id).map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/**
 * Whose passkey signed the challenge, which is used up by that. Null alike for what is none of ours, a challenge of
 * another, used or past its end, and a passkey whose count did not grow: it may be a copy.
 */
export async function checkPasskey(
  db: IntisharDatabase,
  proof: Proof | null,
  sent: unknown,
  now: number,
): Promise<KnownPasskey | null> {
  const parsed = Signed.safeParse(json(sent));
  if (proof === null || !parsed.success || isSpent(db, proof)) return null;
  const passkey = findPasskey(db, parsed.data.id);
  if (passkey === null || (proof.userId !== 0 && proof.userId !== passkey.userId)) return null;
  const { credentialId: id, publicKey, counter: before } = passkey;
  const { rpID: expectedRPID, origin: expectedOrigin } = site();
  const answer = await orNull(
    verifyAuthenticationResponse({
      response: { ...parsed.data, clientExtensionResults: {} },
      expectedChallenge: proof.nonce,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
      // Its count is compared below, where a use at the same time cannot come between.
      credential: { id, publicKey: bytesOf(publicKey), counter: 0 },
    }),
  );
  if (answer === null || !answer.verified) return null;
  const counter = answer.authenticationInfo.newCounter;
  const isUsed = await whenFree(() =>
    inTransaction(db.$client, () => spendProof(db, proof, now) && noteUse(db, { passkey, counter, now })),
  );
  if (!isUsed)
    logHolder.log?.({ event: "passkey-refused", userId: passkey.userId, said: `${before} to ${counter}` });
  return isUsed ? passkey : null;
}

/** The passkey that an authenticator made for the challenge, which is used up; null when it is not sound. */
export async function checkNewPasskey(
  db: IntisharDatabase,
  proof: Proof | null,
  sent: unknown,
  now: number,
): Promise<Omit<NewPasskey, "name" | "createdAt"> | null> {
  const parsed = Made.safeParse(json(sent));
  if (proof === null || !parsed.success || isSpent(db, proof)) return null;
  const { rpID: expectedRPID, origin: expectedOrigin } = site();
  const answer = await orNull(
    verifyRegistrationResponse({
      response: { ...parsed.data, clientExtensionResults: {} },
      expectedChallenge: proof.nonce,
      expectedOrigin,
      expectedRPID,
      requireUserVerification: true,
    }),
  );
  const made = answer?.registrationInfo?.credential;
  if (made === undefined || !(await whenFree(() => spendProof(db, proof, now)))) return null;
  return {
    userId: proof.userId,
    credentialId: made.id,
    publicKey: Buffer.from(made.publicKey).toString("base64url"),
    counter: made.counter,
    transports: parsed.data.response.transports,
  };
}

/** The library throws at whatever is not as it should be. */
async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch {
    return null;
  }
}

function json(sent: unknown): unknown {
  if (typeof sent !== "string" || sent.length > 4 * LONGEST) return null;
  try {
    return JSON.parse(sent);
  } catch {
    return null;
  }
}
