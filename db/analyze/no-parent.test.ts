import { afterAll, describe, expect, it } from "vitest";
import { checkFile } from "#db/import/check-file.ts";
import { inspectFile } from "#db/import/inspect-file.ts";
import { readEvents } from "#db/import/read-events.ts";
import { beginRetraction, retractImport } from "#db/import/retract-import.ts";
import { runImport } from "#db/import/run-import.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { analyseLog } from "#lib/answers/log/answer.ts";
import { readCollectedEvent } from "#lib/collect/read-collected-event.ts";
import { PLAIN_FORMS } from "#lib/sources/reading.ts";
import { DAY } from "#lib/time/lengths.ts";
import { readLog } from "./read-log.ts";

const fixture = new ImportFixture();
afterAll(() => fixture.close());

/** Eight shares in three cascades; `none` is what roots state as their parent. */
const base = (none: (code: string) => string) =>
  [
    ["a1", none("a1"), "p1", "2024-03-01T09:00:00Z", "whatsapp"],
    ["b1", "a1", "p2", "2024-03-01T10:00:00Z", "telegram"],
    ["b2", "a1", "p3", "2024-03-01T11:00:00Z", "x"],
    ["c1", "b1", "p4", "2024-03-01T12:00:00Z", "whatsapp"],
    ["a2", none("a2"), "p5", "2024-03-02T09:00:00Z", "x"],
    ["d1", "a2", "p6", "2024-03-02T10:00:00Z", "telegram"],
    ["d2", "d1", "p7", "2024-03-02T11:30:00Z", "x"],
    ["a3", none("a3"), "p8", "2024-03-03T09:00:00Z", "email"],
  ] as const;
const HEADER = ["share_id", "parent_share_id", "actor_id", "occurred_at", "channel"];

const FORMATS = {
  csv: (none: (code: string) => string) => [HEADER, ...base(none)].map((row) => row.join(",")).join("\n"),
  tsv: (none: (code: string) => string) => [HEADER, ...base(none)].map((row) => row.join("\t")).join("\r\n"),
  ndjson: (none: (code: string) => string) =>
    base(none)
      .map((row) => JSON.stringify(Object.fromEntries(row.map((value, i) => [HEADER[i], value]))))
      .join("\n"),
  events: (none: (code: string) => string) =>
    [["kind", "code", "via", "person", "time", "channel"], ...base(none).map((row) => ["share", ...row])]
      .map((row) => row.join(";"))
      .join("\n"),
};

const WORDS = ["", "   ", "NULL", "null", "\\N", "NA", "N/A", "nan", "NaN", "None", "none", "undefined", "-"];
const SAID: readonly (readonly [string, (code: string) => string])[] = [
  ...WORDS.map((word) => [JSON.stringify(word), () => word] as const),
  ["their own code", (code) => code],
];
/** No parent where no share has that code. */
const ZERO = ["0", () => "0"] as const;
const KINDS = Object.keys(FORMATS) as (keyof typeof FORMATS)[];

describe.each(KINDS)("roots of a %s file that state", (kind) => {
  const analyse = async (none: (code: string) => string) => {
    const path = fixture.write(`log.${kind}`, FORMATS[kind](none));
    const { events, rows } = await readLog(path, { map: {}, choices: {}, zone: "UTC", now: fixture.now });
    return analyseLog(events, {
      ...{ rows, unreadable: 0, spend: null, cascades: true, zone: "UTC" },
      ...{ horizon: 7 * DAY, asOf: fixture.now },
    });
  };

  it.each([...SAID, ZERO])("%s are seeds", async (_, none) => {
    const analysis = await analyse(none);
    const faults = { unreadable: 0, duplicates: 0, orphans: 0, cycles: 0, skews: 0, later: 0 };
    expect(analysis.input).toEqual({ rows: 8, people: 8, shares: 8, cascades: 3, faults });
    expect(analysis.metrics).toMatchObject({ k: { value: 0.4 }, k0: { value: 1 }, depth: { value: 2 } });
    expect(analysis).toEqual(await analyse(() => ""));
  });

  it("0 hang on the share of that code, if there is one", async () => {
    const named = (code: string) => (code === "a1" ? "" : "0");
    const path = fixture.write(`zero.${kind}`, FORMATS[kind](named).replaceAll(/\ba1\b/g, "0"));
    const { events, rows } = await readLog(path, { map: {}, choices: {}, zone: "UTC", now: fixture.now });
    const asked = { rows, unreadable: 0, spend: null, cascades: true, zone: "UTC", horizon: 7 * DAY };
    for (const log of [events, [...events].reverse()])
      expect(analyseLog(log, { ...asked, asOf: fixture.now })).toMatchObject({
        input: { cascades: 1, faults: { orphans: 0 } },
        metrics: { depth: { value: 3 } },
      });
  });

  it("an unknown code are orphans", async () => {
    expect((await analyse(() => "gone")).input.faults.orphans).toBe(3);
    // No word of the list: a code may look like this.
    expect((await analyse(() => "nobody")).input.faults.orphans).toBe(3);
  });
});

it("an import takes shares that state any of these as the same seeds", async () => {
  for (const [i, [, none]] of SAID.entries()) {
    const outcome = await fixture.run(fixture.write(`log-${i}.csv`, FORMATS.csv(none)));
    expect(outcome).toMatchObject(i === 0 ? { accepted: 8 } : { accepted: 0, duplicate: 8 });
  }
  const rows = fixture.db.$client.prepare(
    "SELECT code, parent, via, seed_kind, faults FROM shares ORDER BY code",
  );
  expect(rows.raw().all().slice(0, 4)).toEqual([
    ["a1", null, null, "import", 0],
    ["a2", null, null, "import", 0],
    ["a3", null, null, "import", 0],
    ["b1", "a1", "a1", null, 0],
  ]);
});

it("an import takes roots that state 0 as seeds, until a share of that code comes and when it is gone", async () => {
  const zero = new ImportFixture();
  const roots = zero.db.$client.prepare("SELECT root, seeded, seed_kind FROM cascades ORDER BY root").raw();
  const path = zero.write(
    "zeros.csv",
    FORMATS.csv(() => "0"),
  );
  const { format, mapping } = await inspectFile(path);
  const options = { campaignId: 1, path, format, mapping, forms: PLAIN_FORMS, zone: "UTC", now: zero.now };
  expect(await checkFile(zero.scope, options)).toMatchObject({ seeds: 3, orphans: 0 });
  await zero.run(path);
  const seeds = ["a1", "a2", "a3"].map((root) => [root, 1, "import"]);
  expect(roots.all()).toEqual(seeds);
  expect(zero.db.$client.prepare("SELECT sum(visits) FROM persons").pluck().get()).toBe(5);
  const before = zero.digest();
  const late = zero.write("late.csv", `${HEADER}\n0,,p0,2024-03-01T08:00:00Z,x\n`);
  const importId = await zero.create(late);
  await runImport(zero.scope, importId, { path: late, now: () => zero.now });
  expect(roots.all()).toEqual([["0", 1, "import"]]);
  beginRetraction(zero.scope, importId, { status: "undone" });
  await retractImport(zero.scope, importId, { now: () => zero.now });
  expect(zero.digest()).toBe(before);
  expect(roots.all()).toEqual(seeds);
  zero.close();
});

it.each(SAID)("an event that states %s has no parent, and arrives without a code", (_, none) => {
  const context = { currency: null, now: fixture.now, clockOffset: 0 };
  const read = (payload: object) => readCollectedEvent(payload, context);
  const share = { kind: "share", person: "p", code: "s1" };
  expect(read({ ...share, via: none("s1") })).toMatchObject({ code: "s1", via: null });
  expect(read({ ...share, via: "s0" })).toMatchObject({ via: "s0" });
  const visit = { kind: "visit", person: "p", via: none("") };
  expect(read(visit)).toMatchObject({ kind: "visit", via: null });
});

it("a delivery of a share may name that share as what brought its person", async () => {
  const path = fixture.write("d.csv", "kind,code,via,person,time\ndelivery,s,s,p,2024-03-01T09:00:00Z\n");
  const { format, mapping } = await inspectFile(path);
  const context = { zone: "UTC", currency: null, now: fixture.now };
  for await (const [row] of readEvents({ path, format, mapping, context }))
    expect(row).toMatchObject({ event: { kind: "delivery", via: "s" } });
});
