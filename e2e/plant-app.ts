import { encode } from "next-auth/jwt";
import { plantCollection } from "#app/_front/collector/testing/plant-collection.ts";
import { createSession } from "#db/auth-store/create-session.ts";
import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { REPORT_SECTIONS } from "#lib/access/report-link.ts";
import { HOUR } from "#lib/time/lengths.ts";

/** AUTH_SECRET of an app over a planted database. */
export const PLANTED_SECRET = "a secret of tests alone, long enough to pass";

/** Ways into a planted database: a server's key, how its codes begin, a report's token, the owner's cookie. */
export interface PlantedApp {
  readonly serverKey: string;
  readonly stem: string;
  readonly token: string;
  readonly cookie: string;
}

/** A database in which campaign 1 collects and has a report, with an owner who was last seen an hour ago. */
export async function plantApp(databasePath: string): Promise<PlantedApp> {
  const { db, scope, serverKey, collection } = plantCollection(databasePath);
  const userId = plantMember(db, { workspaceId: 1, role: "owner" });
  const session = createSession(db, { userId, label: "test", now: Date.now() - HOUR });
  const input = {
    ...{ name: "r", notes: null, sections: [...REPORT_SECTIONS], dateMode: "free" as const, fromDay: null },
    ...{ toDay: null, expiresOn: null, aliases: false, csv: true, previewCard: false, locale: null },
    ...{ theme: "light" as const, embedOrigins: [] },
  };
  const token = createReportLink(scope, { campaignId: 1, input, passwordHash: null, now: Date.now() });
  db.$client.close();
  const sealed = await encode({ token: { sessionId: session }, secret: PLANTED_SECRET });
  return { serverKey, stem: collection.stem, token, cookie: `intishar.session=${sealed}` };
}
