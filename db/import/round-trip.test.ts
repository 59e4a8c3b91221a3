import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { eventStoreOf } from "#db/event-store-of.ts";
import { listEvents } from "#db/queries/events/list-events.ts";
import {
  ATTRIBUTES,
  type CampaignEvent,
  EVENT_KINDS,
  EVENT_LABELS,
  MODES,
  RATING_ROLES,
  SEED_KINDS,
} from "#lib/domain/event.ts";
import { mayBeSeed } from "#lib/domain/may-be-seed.ts";
import { csvFile } from "#lib/format/csv.ts";
import { EVENT_FILE_COLUMNS, eventCells, eventLine, type FiledEvent } from "#lib/sources/event-file.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { DAY } from "#lib/time/lengths.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

const NOW = Date.UTC(2026, 5, 1);
const KEY = { workspaceId: 1, campaignId: 1 };
const FORMATS = ["csv", "semicolons", "ndjson"] as const;
type Format = (typeof FORMATS)[number];

let open: ImportFixture[] = [];
beforeEach(() => {
  open = [];
});
afterEach(() => {
  for (const fixture of open) fixture.close();
});

function plant(): ImportFixture {
  const fixture = new ImportFixture();
  open.push(fixture);
  return fixture;
}

const eventsOf = ({ scope }: ImportFixture) =>
  listEvents(scope, { campaignId: 1, after: 0, from: 0, to: Number.MAX_SAFE_INTEGER });

/** What an event says, without how and when it came. */
const said = ({
  seq: _seq,
  source: _source,
  receivedAt: _at,
  ...event
}: ReturnType<typeof eventsOf>[number]) => event;

function fileOf(events: readonly FiledEvent[], format: Format, zone: string): string {
  if (format === "ndjson") return events.map((event) => eventLine(event, zone)).join("");
  const dialect = format === "semicolons" ? "semicolon" : "comma";
  return csvFile(
    Object.keys(EVENT_FILE_COLUMNS),
    events.map((event) => eventCells(event, zone, dialect)),
    { dialect },
  );
}

/** Writes the events of a campaign to a file of ours and reads it into an empty campaign. */
async function carryOver(from: ImportFixture, format: Format, zone = "Africa/Cairo"): Promise<ImportFixture> {
  const events = eventsOf(from);
  const into = plant();
  const outcome = await into.run(into.write(`events.${format}`, fileOf(events, format, zone)), {
    now: () => NOW,
  });
  expect(outcome).toMatchObject({ received: events.length, accepted: events.length, fault: null });
  return into;
}

/** Signs that spreadsheets take for formulas, apostrophes of guards and of people, separators, zeros, other scripts. */
const SIGNS = [
  "-",
  "=",
  "+",
  "@",
  "'",
  "''",
  ";",
  ",",
  '"',
  "|",
  "＝",
  "007",
  "٠",
  "a",
  "ليلى",
  "😀",
  "1",
  " ",
  "e",
];
const text = fc
  .array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join("").trim())
  .filter((value) => value !== "" && value !== "-");
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);
const attributes = maybe(
  fc.dictionary(fc.constantFrom(...ATTRIBUTES), text, { minKeys: 1, noNullPrototype: true }),
);
const amount = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000_000 }),
  fc.integer({ min: 0, max: 1_000_000_000 }).map((micros) => micros / 1e6),
);

const event = fc
  .record({
    ...{ id: text, kind: fc.constantFrom(...EVENT_KINDS), person: text, via: maybe(text), code: text },
    ...{ arrives: fc.boolean(), channel: fc.constantFrom("x", "whatsapp", "شارع", "unknown", "line 2") },
    ...{ mode: maybe(fc.constantFrom(...MODES)), seedKind: maybe(fc.constantFrom(...SEED_KINDS)) },
    ...{ variant: maybe(text), occurredAt: fc.integer({ min: Date.UTC(2023, 0), max: Date.UTC(2024, 4) }) },
    ...{ value: maybe(amount), currency: fc.constantFrom("SDG", "EUR"), verified: fc.boolean() },
    ...{ role: fc.constantFrom(...RATING_ROLES), score: fc.constantFrom(0, 10, 7.25, 1e-7) },
    ...{ attributes, label: maybe(fc.constantFrom(...EVENT_LABELS)) },
  })
  .map(eventOf);

/** Only what its kind may say, as the readers at the edge see to it. */
function eventOf(parts: CampaignEvent): CampaignEvent {
  const { kind, code } = parts;
  const isShare = kind === "share";
  const via = isShare && parts.via === code ? null : parts.via;
  const conversion = kind === "conversion" ? parts.value : null;
  return {
    ...parts,
    via,
    arrives: isShare && parts.arrives,
    code: isShare || kind === "delivery" ? code : null,
    mode: isShare ? parts.mode : null,
    seedKind: isShare && mayBeSeed(via) ? parts.seedKind : null,
    variant: isShare ? parts.variant : null,
    value: conversion,
    currency: conversion === null ? null : parts.currency,
    role: kind === "rating" ? parts.role : null,
    score: kind === "rating" ? parts.score : null,
  };
}

describe.each(FORMATS)("a file of events as %s", (format) => {
  it("brings every event of every kind back as it was, and all that is derived", {
    timeout: 120_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 30 }), async (events) => {
        const first = plant();
        const delivery = { source: "browser", importId: null, receivedAt: NOW, online: false };
        eventStoreOf(first.db).append(KEY, events, delivery);
        const second = await carryOver(first, format);
        expect(eventsOf(second).map(said)).toEqual(eventsOf(first).map(said));
        expect(second.digest()).toBe(first.digest());
        for (const fixture of open.splice(0)) fixture.close();
      }),
      { numRuns: 20 },
    );
  });

  it("keeps ids, persons, parents and milliseconds of a log full of signs", async () => {
    const first = plant();
    const path = new URL("./testing/files/60-roundtrip-signs.csv", import.meta.url).pathname;
    await first.run(first.write("signs.csv", readFileSync(path)), { now: () => NOW });
    const listed = eventsOf(first).map(({ code, via, person, occurredAt }) => [
      code,
      via,
      person,
      occurredAt % DAY,
    ]);
    expect(listed).toEqual([
      ["-a1", null, "+966500000001", 9 * 3_600_000 + 250],
      ["@b1", "-a1", "@maya", 10 * 3_600_000 + 250],
      ["=c1", "@b1", "007", 11 * 3_600_000 + 750],
      ["d1", "=c1", "+966500000001", 12 * 3_600_000 + 999],
    ]);
    const second = await carryOver(first, format);
    expect(eventsOf(second).map(said)).toEqual(eventsOf(first).map(said));
    expect(second.digest()).toBe(first.digest());
  });

  it("keeps names that look like numbers of which digits are lost", async () => {
    const first = plant();
    const names = ["1e+007", "1.77E+18", "3,4e+09"];
    const shares = names.map((name, i) => ({
      ...{ ...BLANK_EVENT, id: name, kind: "share" as const, person: name, code: name, channel: "x" },
      ...{ via: names[i - 1] ?? null, occurredAt: Date.UTC(2024, 0, 1 + i) },
    }));
    const delivery = { source: "server", importId: null, receivedAt: NOW, online: true };
    expect(eventStoreOf(first.db).append(KEY, shares, delivery)).toMatchObject({ accepted: 3 });
    const second = await carryOver(first, format);
    expect(eventsOf(second).map(said)).toEqual(eventsOf(first).map(said));
    expect(second.digest()).toBe(first.digest());
  });

  it("keeps ids that are short numbers, so that the same campaign knows them again", async () => {
    const first = plant();
    const visits = ["1", "2"].map((id) => ({
      ...BLANK_EVENT,
      ...{ id, kind: "visit" as const, person: `p${id}`, via: "a", occurredAt: Date.UTC(2024, 0, 1) },
    }));
    const delivery = { source: "server", importId: null, receivedAt: NOW, online: true };
    eventStoreOf(first.db).append(KEY, visits, delivery);
    const events = eventsOf(first);
    const again = await first.run(first.write(`again.${format}`, fileOf(events, format, "UTC")), {
      now: () => NOW,
    });
    expect(again).toMatchObject({ accepted: 0, duplicate: 2 });
    expect(eventsOf(await carryOver(first, format)).map(said)).toEqual(events.map(said));
  });

  it("tells the two times that a clock shows alike apart", async () => {
    const first = plant();
    const at = Date.UTC(2024, 9, 31, 20, 30, 0, 7);
    const rows = [at, at + 3_600_000].map(
      (time, n) => `s${n},,p${n},${new Date(time - 9 * 30 * DAY).toISOString()},x`,
    );
    await first.run(first.write("log.csv", `code,via,person,occurred_at,channel\n${rows.join("\n")}\n`));
    for (const zone of ["Africa/Cairo", "Asia/Kolkata", "Australia/Lord_Howe", "UTC"]) {
      const second = await carryOver(first, format, zone);
      expect(eventsOf(second).map(said)).toEqual(eventsOf(first).map(said));
    }
  });

  it("says the parent that another record of the same share lends", async () => {
    const first = plant();
    const share = { code: "b", person: "bob", channel: "x" };
    const lines = [
      { kind: "share", ...share, code: "a", occurredAt: "2024-01-01T00:00:00Z" },
      { kind: "share", ...share, occurredAt: "2024-01-01T01:00:00Z" },
      { kind: "share", ...share, via: "a", occurredAt: "2024-01-01T02:00:00Z" },
    ];
    await first.run(
      first.write("log.ndjson", lines.map((line) => JSON.stringify({ via: null, ...line })).join("\n")),
    );
    expect(eventsOf(first).map(({ code, via }) => [code, via])).toEqual([
      ["a", null],
      ["b", "a"],
    ]);
    expect((await carryOver(first, format)).digest()).toBe(first.digest());
  });
});

describe("columns that other files have besides", () => {
  it.each(["label", "verified"])("a column %s of somebody else's table is none of ours", async (column) => {
    const into = plant();
    const file = `kind,person,code,occurred_at,channel,${column}\nshare,ann,a,2024-01-01T00:00:00Z,x,Campaign 7\n`;
    expect(await into.run(into.write("log.csv", file))).toMatchObject({ accepted: 1, quarantined: 0 });
    expect(eventsOf(into)).toMatchObject([{ label: null, verified: true }]);
  });

  it("in a file of ours they say what they say, and faults name them", async () => {
    const into = plant();
    const head = "kind,person,code,occurred_at,channel,arrives,verified,label";
    const rows = ["1,0,bot", "maybe,1,", "0,1,robot"].map(
      (end, n) => `share,p${n},c${n},2024-01-01T00:00:00Z,other,${end}`,
    );
    const outcome = await into.run(into.write("log.csv", `${[head, ...rows].join("\n")}\n`));
    expect(outcome).toMatchObject({ accepted: 1, quarantined: 2 });
    expect(eventsOf(into)).toMatchObject([
      { label: "bot", verified: false, arrives: true, channel: "other" },
    ]);
  });
});
