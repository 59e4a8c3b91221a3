import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { currentDatabase } from "#db/connection.ts";
import { openReportScope } from "#db/scope.ts";
import { LockedError, NotFoundError } from "#lib/access/errors.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { isReportOpen, type ReportHolder } from "./is-report-open.ts";
import { unlockCookie } from "./unlock-cookie.ts";

/**
 * What the holder of a link may read, looked up anew; null when its password has yet to be given. Answers the
 * same 404 to wrong, ended and revoked links.
 */
export async function openReport(token: string): Promise<ReportScope | null> {
  const holder = await holderOf(token);
  try {
    return openReportScope(currentDatabase(), { ...holder, now: Date.now() });
  } catch (error) {
    if (error instanceof LockedError) return null;
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}

/** What tells, again and again, whether the holder of a link would still be given what it shows. */
export async function reportAccess(token: string): Promise<() => boolean> {
  const holder = await holderOf(token);
  return () => isReportOpen(currentDatabase(), { ...holder, now: Date.now() });
}

async function holderOf(token: string): Promise<Omit<ReportHolder, "now">> {
  const unlock = (await cookies()).get(unlockCookie(token).name)?.value;
  return { token, unlock, secret: process.env.NEXTAUTH_SECRET ?? "" };
}
