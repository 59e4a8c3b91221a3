import { eq } from "drizzle-orm";
import { eventStoreOf } from "#db/event-store-of.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { installation } from "#db/schema/installation.ts";
import { memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import { workspaces } from "#db/schema/workspaces.ts";
import type { DemoCampaign } from "#lib/simulate/demo-campaign.ts";
import { demoCampaigns } from "#lib/simulate/demo-campaigns.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";

export const DEMO_WORKSPACE = "demo";
export const DEMO_EMAIL = "demo@intishar.example";

const ZONE = "Asia/Riyadh";
const BATCH = 10_000;

/**
 * Makes the demo workspace, its account and its simulated campaigns, unless they are there already; the
 * account's password is set anew each time, so that the one just printed always works.
 * @param onCampaign called before each campaign is planted, for progress
 */
export function plantDemo(
  db: IntisharDatabase,
  {
    passwordHash,
    now,
    onCampaign = () => {},
  }: { passwordHash: string; now: number; onCampaign?: (name: string) => void },
): void {
  const workspaceId = plantAccount(db, passwordHash, now);
  demoCampaigns(now).forEach((campaign, i) => {
    // A team of two languages names its campaigns in both.
    const language = i % 2 === 0 ? "en" : "ar";
    const name = campaign.name[language];
    const known = db.$client.prepare("SELECT 1 FROM campaigns WHERE workspace_id = ? AND id = ?");
    if (known.get(workspaceId, i + 1) !== undefined) return;
    onCampaign(name);
    plantCampaign(db, { workspaceId, campaignId: i + 1 }, campaign, language, now);
  });
}

function plantAccount(db: IntisharDatabase, passwordHash: string, now: number): number {
  return db.transaction((tx) => {
    const user = tx
      .insert(users)
      .values({ email: DEMO_EMAIL, passwordHash, createdAt: now })
      .onConflictDoUpdate({ target: users.email, set: { passwordHash } })
      .returning({ id: users.id })
      .get();
    const known = tx.select().from(workspaces).where(eq(workspaces.slug, DEMO_WORKSPACE)).get();
    const workspace =
      known ??
      tx
        .insert(workspaces)
        .values({ slug: DEMO_WORKSPACE, name: "Demo", zone: ZONE, createdAt: now })
        .returning()
        .get();
    tx.insert(memberships)
      .values({ workspaceId: workspace.id, userId: user.id, role: "owner" })
      .onConflictDoNothing()
      .run();
    // The demo has its account; an open set-up link beside it would be a second way in.
    tx.insert(installation).values({ id: 1, setUpAt: now }).onConflictDoNothing().run();
    return workspace.id;
  });
}

function plantCampaign(
  db: IntisharDatabase,
  key: { workspaceId: number; campaignId: number },
  campaign: DemoCampaign,
  language: "en" | "ar",
  now: number,
): void {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const events = simulateCampaign(campaign.plan, seededRandom(campaign.seed));
  // One transaction a campaign: a demo that was stopped midway plants the rest at its next start.
  inTransaction(db.$client, () => {
    db.insert(campaigns)
      .values({
        workspaceId: key.workspaceId,
        id: key.campaignId,
        name: campaign.name[language],
        description: campaign.description[language],
        tool: campaign.tool,
        startsOn: day(campaign.startAt),
        endsOn: campaign.endAt === null ? null : day(campaign.endAt),
        spend: campaign.spend,
        currency: campaign.currency,
        audience: campaign.audience[language],
        audiencePlan: campaign.audiencePlan,
        goal: campaign.goal[language],
        simulated: true,
        createdAt: now,
      })
      .run();
    for (let i = 0; i < events.length; i += BATCH)
      eventStoreOf(db).append(key, events.slice(i, i + BATCH), {
        source: "simulation",
        importId: null,
        receivedAt: now,
        online: false,
      });
  });
}
