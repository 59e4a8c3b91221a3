import fc from "fast-check";
import { expect, it } from "vitest";
import { eventStoreOf } from "#db/event-store-of.ts";
import { beginRetraction } from "#db/import/retract-import.ts";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { databaseOf } from "#db/scope.ts";
import type { MarkedCodes } from "#lib/answers/integrity/marked-codes.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { Filter } from "#lib/query/query.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { followLive, readLive } from "./read-live.ts";

const NOW = Date.UTC(2026, 2, 1, 12);
const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const INPUT = CampaignInput.parse({ ...EMPTY, name: "Spring", tool: "app" });

it("shows the last half hour, and of it what the filters let through", () => {
  const { own } = openWorkspaces();
  createCampaign(own, { input: INPUT, now: 0 });
  const share = { ...BLANK_EVENT, kind: "share", occurredAt: NOW } as const;
  addEvents(own, 1, [
    { ...share, id: "a", code: "a", person: "p", channel: "email" },
    { ...share, id: "b", code: "b", person: "q", channel: "sms", via: "a", attributes: { country: "SA" } },
    { ...BLANK_EVENT, kind: "visit", id: "v", person: "r", via: "b", occurredAt: NOW },
    { ...BLANK_EVENT, kind: "visit", id: "u", person: "u", occurredAt: NOW },
  ]);
  databaseOf(own).$client.prepare("UPDATE journal SET received_at = ?").run(NOW);
  const seen = (filters: Parameters<typeof readLive>[1]["filters"], marked: MarkedCodes | null = null) => {
    const { events, minutes } = readLive(own, {
      campaignId: 1,
      ...{ now: NOW + 1000, marked },
      ...(filters && { filters }),
    });
    const sum = (name: "visits" | "shares") => minutes.reduce((total, minute) => total + minute[name], 0);
    return [events.map(({ person }) => person).sort(), sum("visits"), sum("shares")];
  };
  expect(seen(undefined)).toEqual([["p", "q", "r", "u"], 2, 2]);
  expect(seen([{ dimension: "channel", isNot: false, values: ["sms"] }])).toEqual([["q", "r"], 1, 1]);
  expect(seen([{ dimension: "channel", isNot: true, values: ["sms"] }])).toEqual([["p", "u"], 1, 1]);
  expect(seen([{ dimension: "country", isNot: false, values: ["SA"] }])).toEqual([["q"], 0, 1]);
  const integrity = { dimension: "integrity", isNot: true, values: ["suspect", "below"] } as const;
  expect(seen([integrity], { suspect: ["b"], below: [] })).toEqual([["p", "u"], 1, 1]);
  expect(seen([integrity], { suspect: [], below: ["a"] })).toEqual([["q", "r", "u"], 2, 1]);
  const isMarked = { ...integrity, isNot: false };
  expect(seen([isMarked], { suspect: ["b"], below: ["a"] })).toEqual([["p", "q", "r"], 1, 2]);
  expect(seen([{ ...isMarked, values: ["below"] }], { suspect: ["b"], below: ["a"] })).toEqual([["p"], 0, 1]);
  expect(seen([{ ...isMarked, values: ["sound"] }], { suspect: ["b"], below: [] })).toEqual([["p"], 0, 1]);
  expect(() => seen([integrity])).toThrow("marked codes");
  expect(readLive(own, { campaignId: 1, now: NOW + HOUR }).events).toEqual([]);
});

const MINUTE = 60_000;
const SUSPECT = { dimension: "integrity", isNot: false, values: ["suspect", "below"] } as const;
const MARKED = { suspect: ["s1", "s2"], below: ["s3"] };
const FILTERS: readonly (readonly Filter[])[] = [
  [],
  [{ dimension: "country", isNot: false, values: ["SA"] }],
  [{ dimension: "generation", isNot: false, values: ["0"] }],
  [{ dimension: "channel", isNot: true, values: ["sms"] }],
  [SUSPECT],
  [
    { ...SUSPECT, isNot: true },
    { dimension: "country", isNot: true, values: ["SA"] },
  ],
];
const FILE = {
  campaignId: 1,
  fileName: "a.csv",
  fileBytes: 1,
  storedPath: null,
  format: { kind: "csv", delimiter: "," },
  mapping: {},
  zone: "UTC",
  policy: "keep-good",
  now: 0,
} as const;

/** A campaign in which things happen. */
function openCampaign() {
  const { own } = openWorkspaces();
  createCampaign(own, { input: INPUT, now: 0 });
  const clock = { now: NOW };
  const imports: number[] = [];
  let count = 0;
  const add = (event: Partial<CampaignEvent>, source = "browser", importId: number | null = null) => {
    count += 1;
    const whole = { ...BLANK_EVENT, kind: "visit", person: "p", occurredAt: NOW, ...event } as const;
    const delivery = { source, importId, receivedAt: clock.now, online: false };
    const key = { workspaceId: 1, campaignId: 1 };
    eventStoreOf(databaseOf(own)).append(key, [{ id: `e${count}`, ...whole }], delivery);
  };
  return {
    own,
    clock,
    add,
    importSome() {
      const id = createImport(own, FILE);
      imports.push(id);
      for (const person of ["i", "j", "k"]) add({ person }, "file", id);
    },
    undoImport() {
      const id = imports.pop();
      if (id === undefined) return;
      beginRetraction(own, id, { status: "undone" });
      const key = { workspaceId: own.workspaceId, campaignId: 1 };
      const steps = eventStoreOf(databaseOf(own)).retract(key, id, () => clock.now);
      expect([...steps].length).toBeGreaterThan(0);
      updateImport(own, { importId: id, status: "undone" });
    },
  };
}

const code = fc.constantFrom("s0", "s1", "s2", "s3", "s4");
const via = fc.option(code);
const attributes = fc.option(fc.record({ country: fc.constantFrom("SA", "YE") }));
const said = { via, attributes, person: fc.constantFrom("p", "q", "r", "s") };
const action = fc.oneof(
  fc.record({ ...said, kind: fc.constant("visit" as const), label: fc.option(fc.constant("bot" as const)) }),
  fc.record({ ...said, kind: fc.constant("share" as const), code, channel: fc.constantFrom("sms", "x") }),
  fc.record({ source: fc.constantFrom("redirect", "team") }),
  fc.record({ wait: fc.integer({ min: 1, max: 12 * MINUTE }) }),
  fc.constantFrom("import" as const, "undo" as const),
);

it("counts an event once for whoever goes on looking, though another record of it comes to stand", () => {
  const { own, clock, add } = openCampaign();
  const follower = followLive(own, { campaignId: 1 });
  const look = () => follower.look({ now: clock.now });
  const shares = () => look().minutes.reduce((sum, minute) => sum + minute.shares, 0);
  const share = { kind: "share", code: "s0", attributes: null, channel: "x" } as const;
  add({ ...share, person: "q", via: null });
  expect(shares()).toBe(1);
  for (const [person, via] of [
    ["p", "s1"],
    ["r", "s0"],
    ["o", "s1"],
  ] as const) {
    add({ ...share, person, via });
    expect(shares()).toBe(1);
    expect(look()).toEqual(readLive(own, { campaignId: 1, now: clock.now }));
  }
});

it("shows whoever goes on looking the same as whoever comes anew", () => {
  const step = fc.record({ action, thenLook: fc.boolean() });
  const property = fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    const { own, clock, add, importSome, undoImport } = openCampaign();
    const followers = FILTERS.map((filters) => followLive(own, { campaignId: 1, filters }));
    const look = () => {
      const moment = { now: clock.now, marked: MARKED };
      for (const [i, filters] of FILTERS.entries())
        expect(followers[i]?.look(moment)).toEqual(readLive(own, { campaignId: 1, filters, ...moment }));
    };
    for (const { action: does, thenLook } of steps) {
      if (does === "import") importSome();
      else if (does === "undo") undoImport();
      else if ("wait" in does) clock.now += does.wait;
      else if ("source" in does) add({ person: does.source }, does.source);
      else add(does);
      if (thenLook) look();
    }
    look();
  });
  fc.assert(property, { numRuns: 25 });
});

it("sees what a share that comes late makes of a visit that was there", () => {
  const { own, clock, add } = openCampaign();
  const question = {
    campaignId: 1,
    filters: [{ dimension: "channel", isNot: false, values: ["sms"] }],
  } as const;
  const follower = followLive(own, question);
  add({ person: "r", via: "b" });
  expect(follower.look({ now: clock.now }).people).toBe(0);
  add({ person: "q", kind: "share", code: "b", channel: "sms" });
  expect(follower.look({ now: clock.now }).people).toBe(2);
});

it("sees at once when other shares are marked", () => {
  const { own, clock, add } = openCampaign();
  const follower = followLive(own, { campaignId: 1, filters: [SUSPECT] });
  add({ person: "q", kind: "share", code: "s1" });
  add({ person: "q", kind: "share", code: "s5" });
  const seen = (marked: MarkedCodes) =>
    follower.look({ now: clock.now, marked }).events.map(({ code }) => code);
  expect(seen(MARKED)).toEqual(["s1"]);
  expect(seen({ suspect: ["s5"], below: [] })).toEqual(["s5"]);
});

it("reads the last of the journal and no more, for whoever goes on looking too", () => {
  const { own, clock, add } = openCampaign();
  const follower = followLive(own, { campaignId: 1 });
  const moment = { campaignId: 1, now: clock.now };
  const seen = () => {
    const view = follower.look(moment);
    expect(view).toEqual(readLive(own, moment));
    return [view.people, view.minutes.at(-1)?.visits];
  };
  add({ person: "first" });
  expect(seen()).toEqual([1, 1]);
  databaseOf(own)
    .$client.prepare(
      `INSERT INTO journal (workspace_id, campaign_id, seq, event_id, kind, person, occurred_at, received_at, source)
      WITH RECURSIVE row (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM row WHERE n < 20000)
      SELECT 1, 1, n, 'bulk' || n, 'visit', 'crowd', 0, ?, 'browser' FROM row`,
    )
    .run(clock.now);
  expect(seen()).toEqual([2, 20_000]);
  add({ person: "crowd" });
  expect(seen()).toEqual([1, 20_000]);
});

it("counts people by the larger of two counts, and none of the team or of bots", () => {
  const { own, clock, add } = openCampaign();
  const people = () => readLive(own, { campaignId: 1, now: clock.now }).people;
  for (const person of ["a", "b", "c", "c"]) add({ person }, "redirect");
  for (const person of ["x", "y"]) add({ person });
  for (const person of ["t", "u"]) add({ person }, "team");
  add({ person: "z", label: "bot" });
  expect(people()).toBe(3);
  for (const person of ["v", "w"]) add({ person });
  expect(people()).toBe(4);
  clock.now += 30 * MINUTE;
  expect(people()).toBe(0);
});

it("reads nothing twice for whoever goes on looking", () => {
  const { own, clock, add } = openCampaign();
  const follower = followLive(own, { campaignId: 1 });
  const moment = { campaignId: 1, now: clock.now };
  add({ person: "a" });
  const first = follower.look(moment);
  expect(follower.look(moment)).toBe(first);
  databaseOf(own).$client.prepare("UPDATE journal SET person = 'b'").run();
  add({ person: "a" });
  expect(follower.look(moment).people).toBe(1);
  expect(readLive(own, moment).people).toBe(2);
});
