import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { currentDatabase } from "#db/connection.ts";
import { openReportScope } from "#db/scope.ts";
import { LockedError, NotFoundError } from "#lib/access/errors.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import { unlockCookie } from "./unlock-cookie.ts";

/**
 * What the holder of a link may read, looked up anew; null when its password has yet to be given. Answers the
 * same 404 to wrong, ended and revoked links.
 */
export async function openReport(token: string): Promise<ReportScope | null> {
  const unlock = (await cookies()).get(unlockCookie(token).name)?.value;
  const secret = process.env.NEXTAUTH_SECRET ?? "";
  try {
    return openReportScope(currentDatabase(), { token, unlock, secret, now: Date.now() });
  } catch (error) {
    if (error instanceof LockedError) return null;
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
