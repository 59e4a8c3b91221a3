import { takeIn } from "#db/intake/take-in.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { setCollection } from "#db/queries/collections/set-collection.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { databaseOf, openIngestScope } from "#db/scope.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { CollectionInput } from "#lib/domain/collection.ts";
import type { IntakeResult, IntakeSource } from "#lib/domain/intake.ts";
import type { Intake } from "../intake.ts";

/** What one request brings, and when; from a server unless it says otherwise. */
export interface Delivery {
  readonly items: Intake["items"];
  readonly receivedAt: number;
  readonly source?: IntakeSource;
  readonly campaignId?: number;
}

/** A workspace whose campaigns 1 and 2 collect, in a fresh database file. */
export interface OpenIntake {
  readonly db: IntisharDatabase;
  readonly scope: Scope<Permission>;
  /** Takes in what a request brings. @returns its results */
  take(delivery: Delivery): IntakeResult[];
}

export function openIntake(): OpenIntake {
  const { own: scope } = openWorkspaces();
  const db = databaseOf(scope);
  const input = CollectionInput.parse({
    targetUrl: "https://a.example/",
    origins: "",
    cardTitle: "",
    cardText: "",
    cardImage: "",
  });
  const stems = [1, 2].map((id) => {
    db.insert(campaigns)
      .values({ workspaceId: 1, id, name: `c${id}`, tool: "app", createdAt: 0 })
      .run();
    setCollection(scope, { campaignId: id, input, now: 0 });
    const stem = db.$client.prepare("SELECT stem FROM collections WHERE campaign_id = ?").pluck();
    return stem.get(id) as string;
  });
  return {
    db,
    scope,
    take: ({ items, receivedAt, source = "server", campaignId = 1 }) => {
      const ingest = openIngestScope(db, { stem: stems[campaignId - 1] ?? "" });
      return takeIn(db, [{ scope: ingest, source, receivedAt, items }])[0] ?? [];
    },
  };
}
