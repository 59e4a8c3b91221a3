import { Secret, TOTP } from "otpauth";
import { beginTotp, confirmTotp, pendingTotp } from "#db/auth-store/totp.ts";
import type { IntisharDatabase } from "#db/open-database.ts";

/** Turns an authenticator app on for a person, as they would. @returns its codes, by the time it is asked */
export function turnOnTotp(db: IntisharDatabase, userId: number, now: number): (at: number) => string {
  beginTotp(db, userId, now);
  const secret = pendingTotp(db, { id: userId, email: "x@example.org" })?.secret ?? "";
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const codeAt = (timestamp: number) => totp.generate({ timestamp });
  if (!confirmTotp(db, userId, codeAt(now), now)) throw new Error("the app's code was not taken");
  return codeAt;
}
