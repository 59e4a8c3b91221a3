import { eq, max } from "drizzle-orm";
import { hashToken } from "#db/auth-store/hash-token.ts";
import { mintToken } from "#db/auth-store/mint-token.ts";
import { findCampaign } from "#db/find-campaign.ts";
import { inTransaction } from "#db/in-transaction.ts";
import { reportValues } from "#db/report-values.ts";
import { reportLinks } from "#db/schema/report-links.ts";
import { databaseOf } from "#db/scope.ts";
import { ALIAS_KEY } from "#db/vault/sealed-columns.ts";
import { sealSecret } from "#db/vault/secrets-of.ts";
import type { ReportLinkInput } from "#lib/access/report-link.ts";
import type { Scope } from "#lib/access/scope.ts";

/**
 * Makes a link that shows part of a campaign.
 * @param link.passwordHash as hashPassword returns it; null: no password
 * @returns its token, which is in no place but this answer
 * @throws NotFoundError when the workspace has no such campaign
 */
export function createReportLink(
  scope: Scope<"reports.manage">,
  link: { campaignId: number; input: ReportLinkInput; passwordHash: string | null; now: number },
): string {
  const db = databaseOf(scope);
  const { workspaceId, zone, userId } = scope;
  const { campaignId, passwordHash, now } = link;
  const token = mintToken();
  inTransaction(db.$client, () => {
    findCampaign(scope, campaignId);
    const last = db
      .select({ id: max(reportLinks.id) })
      .from(reportLinks)
      .where(eq(reportLinks.workspaceId, workspaceId))
      .get();
    const id = (last?.id ?? 0) + 1;
    const aliasKey = sealSecret(db, { column: ALIAS_KEY, workspaceId, rowId: id }, mintToken());
    db.insert(reportLinks)
      .values({
        ...reportValues(link.input, zone),
        ...{ workspaceId, campaignId, id, passwordHash },
        ...{ tokenHash: hashToken(token), aliasKey, createdBy: userId, createdAt: now },
      })
      .run();
  });
  return token;
}
