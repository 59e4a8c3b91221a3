import { eventStoreOf } from "#db/event-store-of.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { countIntake } from "#db/intake/count-intake.ts";
import { addAnnotation } from "#db/queries/annotations/add-annotation.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { plantMember } from "#db/queries/testing/plant-member.ts";
import { collections } from "#db/schema/collections.ts";
import { links } from "#db/schema/links.ts";
import { openMemberScope } from "#db/scope.ts";
import type { Role } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { MINUTE } from "#lib/time/lengths.ts";

/** More of everything than any page shows at once: of cascades more than one reading brings. */
export const CASCADES = 620;
export const EVENTS_OF_ONE = 75;
export const IMPORTS = 103;
/** Who did so much. */
export const BUSY = "p0";
/** When it all began. */
export const START = Date.UTC(2026, 2, 1);

/** A campaign with more of everything than a page holds, in a file of its own; close it in the end. */
export interface WideCampaign {
  readonly fixture: ImportFixture;
  member(role: Role): Scope<"campaigns.read">;
  /** Puts an event that is being received now on top. */
  receive(id: string): void;
}

export async function plantWideCampaign(): Promise<WideCampaign> {
  const fixture = new ImportFixture();
  const { db, scope } = fixture;
  // The process's own connection, for what looks a person's role up once more.
  process.env.DATABASE_PATH = fixture.databasePath;
  plantEvents(fixture);
  plantRecords(fixture);
  for (let n = 0; n < IMPORTS; n++) {
    const fileName = `log-${n}.csv`;
    await fixture.create(fixture.write(fileName, "share_id,parent_id,time,actor\ns1,,2024-01-01,ann\n"));
  }
  return {
    fixture,
    member: (role) =>
      openMemberScope(db, plantMember(db, { workspaceId: 1, role }), scope.workspaceSlug, "campaigns.read"),
    receive(id) {
      const event = { ...BLANK_EVENT, id, kind: "visit", person: id, via: "s0", occurredAt: START } as const;
      const delivery = { source: "browser", importId: null, receivedAt: Date.now(), online: true };
      eventStoreOf(db).append({ workspaceId: 1, campaignId: 1 }, [event], delivery);
    },
  };
}

/** Seeds with a child each for every third; one person visits, converts and rates again and again. */
function plantEvents({ scope }: ImportFixture): void {
  const seeds = Array.from({ length: CASCADES }, (_, n) => ({
    id: `s${n}`,
    kind: "share" as const,
    person: `p${n}`,
    code: `s${n}`,
    channel: n % 2 === 0 ? "x" : "=mail",
    seedKind: "organic" as const,
    occurredAt: START + n * MINUTE,
    attributes: { country: "SA" },
  }));
  const children = Array.from({ length: CASCADES / 4 }, (_, n) => ({
    id: `c${n}`,
    kind: "share" as const,
    person: `q${n}`,
    code: `c${n}`,
    via: `s${3 * n}`,
    channel: "x",
    mode: "active" as const,
    occurredAt: START + (3 * n + 1) * MINUTE,
  }));
  const doings = Array.from({ length: EVENTS_OF_ONE - 1 }, (_, n) => ({
    id: `d${n}`,
    kind: n % 2 === 0 ? ("visit" as const) : ("conversion" as const),
    person: BUSY,
    via: "s1",
    occurredAt: START + n * MINUTE,
    ...(n % 2 === 0 ? {} : { value: n, currency: "USD" }),
  }));
  addEvents(scope, 1, [...seeds, ...children, ...doings]);
}

function plantRecords({ db, scope }: ImportFixture): void {
  const note = { at: START, text: 'a post, "quoted"', kind: "post" } as const;
  addAnnotation(scope, { campaignId: 1, note, now: START });
  const key = { workspaceId: 1, campaignId: 1 };
  db.insert(collections)
    .values({
      ...key,
      stem: "abcd",
      signingKey: "key",
      publicKey: "ipk_key",
      createdAt: 0,
      targetUrl: "https://team.example/",
      origins: ["https://team.example"],
    })
    .run();
  db.insert(links)
    .values({
      ...key,
      id: 1,
      code: "s0",
      name: "Letter",
      channel: "email",
      seedKind: "organic",
      utm: {},
      createdAt: 0,
    })
    .run();
  countIntake(db, key, "server", START, [
    { outcome: "accepted" },
    { outcome: "refused", field: "code", reason: "missing" },
  ]);
}
