"use server";

import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { passwordLimits } from "#app/_server/password-limits.ts";
import { findLiveReport } from "#db/auth-store/find-live-report.ts";
import { knowBrowser, knownBrowser } from "#db/auth-store/known-browser.ts";
import { signUnlock, UNLOCK_SECONDS } from "#db/auth-store/sign-unlock.ts";
import { verifyPassword } from "#db/auth-store/verify-password.ts";
import { currentDatabase } from "#db/connection.ts";
import { openReportScope } from "#db/scope.ts";
import { noteOpening } from "./note-opening.ts";
import { readerCookie, unlockCookie } from "./unlock-cookie.ts";

const LONGEST_PASSWORD = 1024;

/** Unlocks a report in this browser; `wrong` for a wrong password and for too many attempts alike. */
export const unlockReport = action(
  [Sent.token, Sent.before, Sent.form],
  async function unlockReport(token, _before, form): Promise<"wrong"> {
    const link = findLiveReport(currentDatabase(), token, Date.now());
    if (link === null) notFound();
    const said = await headers();
    // Exactly one address: the front replaced whatever the client said.
    const kept = await cookies();
    const reader = readerCookie(token, link.embedOrigins.length > 0);
    const proof = { secret: process.env.NEXTAUTH_SECRET ?? "", now: Date.now() };
    const known = knownBrowser(kept.get(reader.name)?.value, link.tokenHash, proof);
    const attempt = { address: said.get("x-forwarded-for") ?? "", account: link.tokenHash, known };
    const password = form.get("password");
    if (typeof password !== "string" || password.length > LONGEST_PASSWORD) return "wrong";
    if (!passwordLimits.unlock.take(attempt)) return "wrong";
    if (!(await verifyPassword(password, link.passwordHash))) return "wrong";
    passwordLimits.unlock.giveBack(attempt);
    const now = Date.now();
    const secret = process.env.NEXTAUTH_SECRET ?? "";
    const unlock = signUnlock(link, now + UNLOCK_SECONDS * 1000, secret);
    const { name, options } = unlockCookie(token, link.embedOrigins.length > 0);
    kept.set(name, unlock, options);
    kept.set(reader.name, knowBrowser(link.tokenHash, proof), reader.options);
    const scope = openReportScope(currentDatabase(), { token, unlock, secret, now });
    noteOpening(scope, said.get("user-agent"));
    redirect(`/r/${token}`);
  },
);
