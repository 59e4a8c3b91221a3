import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readLog } from "#db/analyze/read-log.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { analyseLog } from "#lib/answers/log/answer.ts";
import type { ParentChoice } from "#lib/domain/parent-report.ts";
import { NOT_SURVEYED, PLAIN_FORMS } from "#lib/sources/reading.ts";
import { DAY } from "#lib/time/lengths.ts";
import { checkFile } from "./check-file.ts";
import { runImport } from "./run-import.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());

/** Eight shares in three cascades: K 0.4, depth 2. */
const BASE = [
  ["a1", "", "p1", "2024-03-01T09:00:00Z"],
  ["b1", "a1", "p2", "2024-03-01T10:00:00Z"],
  ["b2", "a1", "p3", "2024-03-01T11:00:00Z"],
  ["c1", "b1", "p4", "2024-03-01T12:00:00Z"],
  ["a2", "", "p5", "2024-03-02T09:00:00Z"],
  ["d1", "a2", "p6", "2024-03-02T10:00:00Z"],
  ["d2", "d1", "p7", "2024-03-02T11:30:00Z"],
  ["a3", "", "p8", "2024-03-03T09:00:00Z"],
] as const;
type Row = readonly [code: string, via: string, person: string, at: string];
const HEADER = "share_id,parent_share_id,actor_id,occurred_at";
const personOf = (code: string) => BASE.find(([own]) => own === code)?.[2] ?? "";
const numberOf = (code: string) => String(BASE.findIndex(([own]) => own === code) + 1);

const parents =
  (write: (via: string) => string) =>
  ([code, via, person, at]: Row): Row => [code, via === "" ? "" : write(via), person, at];

interface Kind {
  readonly choice: ParentChoice;
  readonly rewrite: (row: Row) => Row;
}
const KINDS: Readonly<Record<string, Kind>> = {
  "capital letters": {
    choice: { is: "share", ignore: ["case"] },
    rewrite: parents((via) => via.toUpperCase()),
  },
  "full-width letters": {
    choice: { is: "share", ignore: ["case"] },
    rewrite: parents((via) => String.fromCodePoint(...[...via].map((c) => (c.codePointAt(0) ?? 0) + 0xfee0))),
  },
  "codes in capitals": {
    choice: { is: "share", ignore: ["case"] },
    rewrite: ([code, ...rest]) => [code.toUpperCase(), ...rest],
  },
  "names of things": { choice: { is: "share", ignore: ["prefix"] }, rewrite: parents((via) => `t3_${via}`) },
  handles: { choice: { is: "share", ignore: ["prefix"] }, rewrite: parents((via) => `@${via}`) },
  urns: { choice: { is: "share", ignore: ["prefix"] }, rewrite: parents((via) => `urn:li:share:${via}`) },
  "prefixed codes": {
    choice: { is: "share", ignore: ["prefix"] },
    rewrite: ([code, ...rest]) => [`post-${code}`, ...rest],
  },
  links: {
    choice: { is: "share", ignore: ["link"] },
    rewrite: parents((via) => `https://host.example/s/${via}?utm_source=x`),
  },
  "links to posts": {
    choice: { is: "share", ignore: ["link"] },
    rewrite: parents((via) => `https://x.com/somebody/status/${via}?s=20`),
  },
  "links with parameters": {
    choice: { is: "share", ignore: ["link"] },
    rewrite: parents((via) => `https://host.example/offer?ref=${via}`),
  },
  "codes that are links": {
    choice: { is: "share", ignore: ["link"] },
    rewrite: ([code, ...rest]) => [`https://host.example/s/${code}`, ...rest],
  },
  "links in capitals": {
    choice: { is: "share", ignore: ["case", "link"] },
    rewrite: parents((via) => `HTTPS://HOST.EXAMPLE/S/${via.toUpperCase()}`),
  },
  "leading zeros": {
    choice: { is: "share", ignore: ["number"] },
    rewrite: ([code, via, ...rest]) => [`000${numberOf(code)}`, via === "" ? "" : numberOf(via), ...rest],
  },
  persons: { choice: { is: "person", ignore: [] }, rewrite: parents(personOf) },
  "persons in capitals": {
    choice: { is: "person", ignore: ["case"] },
    rewrite: parents((via) => personOf(via).toUpperCase()),
  },
  "handles of persons": {
    choice: { is: "person", ignore: ["prefix"] },
    rewrite: parents((via) => `@${personOf(via)}`),
  },
  "e-mail addresses": {
    choice: { is: "person", ignore: ["case"] },
    rewrite: ([code, via, person, at]) => [
      code,
      via === "" ? "" : `${personOf(via)}@Example.com`,
      `${person}@example.com`,
      at,
    ],
  },
  "roots that name themselves in capitals": {
    choice: { is: "share", ignore: ["case"] },
    rewrite: ([code, via, ...rest]) => [code, (via || code).toUpperCase(), ...rest],
  },
  "roots that name their own person": {
    choice: { is: "person", ignore: [] },
    rewrite: ([code, via, person, at]) => [code, via === "" ? person : personOf(via), person, at],
  },
};

const write = (rows: readonly Row[], name = "log.csv") =>
  fixture.write(name, [HEADER, ...rows.map((row) => row.join(","))].join("\n"));

async function analyse(rows: readonly Row[], parentChoice?: ParentChoice) {
  const choices = parentChoice === undefined ? {} : { parents: parentChoice };
  const log = await readLog(write(rows), { map: {}, zone: "UTC", choices, now: fixture.now });
  const analysis = analyseLog(log.events, {
    ...{ rows: log.rows, unreadable: 0, spend: null, cascades: true, zone: "UTC" },
    ...{ horizon: 7 * DAY, asOf: fixture.now },
  });
  return { log, analysis };
}

describe.each(Object.entries(KINDS))("parents that are written as %s", (_, { choice, rewrite }) => {
  const rows = BASE.map(rewrite);

  it("are unknown, and what would find them is said", async () => {
    const { log, analysis } = await analyse(rows);
    expect(analysis.input.faults.orphans).toBeGreaterThanOrEqual(5);
    expect(await log.lookForCure()).toMatchObject({ choice, matches: analysis.input.faults.orphans });
  });

  it("are found by that choice", async () => {
    const { log, analysis } = await analyse(rows, choice);
    expect(log.applied?.matches).toBe(log.applied?.of);
    expect(analysis.input).toMatchObject({ shares: 8, cascades: 3, faults: { orphans: 0, cycles: 0 } });
    expect(analysis.metrics).toMatchObject({ k: { value: 0.4 }, k0: { value: 1 }, depth: { value: 2 } });
  });

  it("give the same cure and the same forest in any order of rows", async () => {
    const { analysis } = await analyse(rows, choice);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
        const { log } = await analyse(shuffled);
        expect(await log.lookForCure()).toMatchObject({ choice });
        expect((await analyse(shuffled, choice)).analysis).toEqual(analysis);
      }),
      { numRuns: 3 },
    );
  });
});

it("a person with several shares means the latest before the child, and is counted", async () => {
  const rows: Row[] = [
    ["a1", "", "p1", "2024-03-01T09:00:00Z"],
    ["a2", "", "p1", "2024-03-01T11:00:00Z"],
    ["a3", "", "p1", "2024-03-01T13:00:00Z"],
    ["b1", "p1", "p2", "2024-03-01T10:00:00Z"],
    ["b2", "p1", "p3", "2024-03-01T11:00:00Z"],
    ["b3", "p1", "p4", "2024-03-01T08:00:00Z"],
    ["c1", "p3", "p5", "2024-03-01T12:00:00Z"],
  ];
  const { log } = await analyse(rows, { is: "person", ignore: [] });
  expect(log.events.map(({ code, via }) => [code, via])).toEqual([
    ["a1", null],
    ["a2", null],
    ["a3", null],
    ["b1", "a1"],
    ["b2", "a2"],
    ["b3", "a1"],
    ["c1", "b2"],
  ]);
  expect(log.applied).toMatchObject({ of: 4, matches: 4, ambiguous: 3 });
});

it("two codes that differ in letter case only are not taken for one", async () => {
  const rows: Row[] = [
    ["ab", "", "p1", "2024-03-01T09:00:00Z"],
    ["aB", "", "p2", "2024-03-01T09:30:00Z"],
    ["c", "AB", "p3", "2024-03-01T10:00:00Z"],
    ["d", "aB", "p4", "2024-03-01T10:00:00Z"],
  ];
  const { log } = await analyse(rows, { is: "share", ignore: ["case"] });
  expect(log.events.map(({ via }) => via)).toEqual([null, null, "AB", "aB"]);
  expect(log.applied).toMatchObject({ of: 1, matches: 0 });
});

it("where nothing finds them, nothing is proposed, and few unknown ones are not looked for", async () => {
  const { log } = await analyse(BASE.map(parents((via) => `gone-${via}9`)));
  expect(await log.lookForCure()).toBeNull();
  const many: Row[] = Array.from({ length: 30 }, (_, i) => [
    `s${i}`,
    i === 0 ? "" : i === 9 ? "S3" : "s0",
    "p",
    "2024-03-01",
  ]);
  expect(await (await analyse(many)).log.lookForCure()).toBeNull();
});

describe("an import", () => {
  const rewrite = KINDS["handles of persons"]?.rewrite ?? ((row: Row) => row);

  it("is checked with what would find its parents, and brings them in by it", async () => {
    const path = write(BASE.map(rewrite), "people.csv");
    const id = await fixture.create(path);
    const { format, mapping } = readImport(fixture.scope, { importId: id });
    const forms = PLAIN_FORMS;
    const options = { campaignId: 1, path, format, mapping, forms, zone: "UTC", now: fixture.now };
    const report = await checkFile(fixture.scope, options);
    expect(report.parents).toMatchObject({
      stated: 5,
      unknown: 5,
      cure: { matches: 5, of: 5 },
      applied: null,
    });
    const choices = { parents: report.parents?.cure?.choice ?? { is: "share", ignore: [] } } as const;
    expect(await checkFile(fixture.scope, { ...options, choices })).toMatchObject({
      ...{ seeds: 3, orphans: 0 },
      parents: { unknown: 0, cure: null, applied: { matches: 5, of: 5 } },
    });
    updateImport(fixture.scope, { importId: id, reading: { ...NOT_SURVEYED, choices } });
    await runImport(fixture.scope, id, { path, now: () => fixture.now });
    const depths = fixture.db.$client.prepare("SELECT code, depth FROM shares ORDER BY code").raw().all();
    expect(depths).toEqual([
      ...[
        ["a1", 0],
        ["a2", 0],
        ["a3", 0],
        ["b1", 1],
        ["b2", 1],
        ["c1", 2],
        ["d1", 1],
        ["d2", 2],
      ],
    ]);
  });

  it("finds the shares that are in the campaign already", async () => {
    const path = write([["e1", "@P4", "p9", "2024-03-04T09:00:00Z"]], "later.csv");
    const id = await fixture.create(path);
    const choices = { parents: { is: "person", ignore: ["case", "prefix"] } } as const;
    updateImport(fixture.scope, { importId: id, reading: { ...NOT_SURVEYED, choices } });
    await runImport(fixture.scope, id, { path, now: () => fixture.now });
    expect(fixture.db.$client.prepare("SELECT parent FROM shares WHERE code = 'e1'").pluck().get()).toBe(
      "c1",
    );
  });
});

describe("a list of edges", () => {
  const EDGES = [
    "p1,p2,1709287200",
    "p1,p3,1709290800",
    "p2,p4,1709294400",
    "p5,p6,1709373600",
    "p6,p7,1709379000",
  ];
  const read = async (lines: readonly string[], header = "source,target,time") => {
    const path = fixture.write("edges.csv", [header, ...lines].join("\n"));
    return readLog(path, { map: {}, zone: "UTC", choices: {}, now: fixture.now });
  };

  it.each([[EDGES], [EDGES.toReversed()]])("makes each person a share, the sources too", async (lines) => {
    const { events, rows } = await read(lines);
    expect(rows).toBe(7);
    expect(Object.fromEntries(events.map(({ code, via }) => [code, via]))).toEqual({
      ...{ p1: null, p2: "p1", p3: "p1", p4: "p2", p5: null, p6: "p5", p7: "p6" },
    });
    expect(events.find(({ code }) => code === "p1")).toMatchObject({
      occurredAt: 1_709_287_200_000,
      arrives: false,
    });
  });

  it("is none where a row says that nobody brought its person: those it names are then missing", async () => {
    const { events } = await read([...EDGES, ",p8,1709379000"], "referred_by,email,date");
    expect(events.map(({ code }) => code)).toEqual(["p2", "p3", "p4", "p6", "p7", "p8"]);
  });
});
