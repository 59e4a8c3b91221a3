import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { PLAIN_FORMS, type ReadingChoices } from "#lib/sources/reading.ts";
import { checkFile } from "./check-file.ts";
import { describeForms } from "./describe-forms.ts";
import { inspectFile } from "./inspect-file.ts";
import { runImport } from "./run-import.ts";
import { surveyColumns } from "./survey-columns.ts";
import { ImportFixture } from "./testing/import-fixture.ts";

let fixture: ImportFixture;
beforeAll(() => {
  fixture = new ImportFixture();
});
afterAll(() => fixture.close());

const HEADING = "kind;person;code;via;occurred_at;value;currency\nshare;p1;a1;;2024-03-01T09:00:00Z;;\n";
let person = 0;
/** Two conversions of these values and currency. */
const sales = (values: readonly string[], currency: string) =>
  HEADING +
  values.map((value) => `conversion;v${person++};;a1;2024-03-01T11:00:00Z;${value};${currency}\n`).join("");

async function importFile(text: string, choices: ReadingChoices = {}) {
  const path = fixture.write("file.csv", text);
  const importId = await fixture.create(path);
  updateImport(fixture.scope, { importId, reading: { choices, forms: null } });
  const outcome = await runImport(fixture.scope, importId, { path, now: () => fixture.now });
  const sql =
    "SELECT value_micros / 1e6 AS value, currency FROM journal WHERE import_id = ? AND kind = 'conversion' ORDER BY value";
  const stored = fixture.db.$client.prepare<[number], { value: number; currency: string }>(sql).all(importId);
  const reasons = fixture.db.$client
    .prepare<[number], string>("SELECT reason FROM quarantine WHERE import_id = ?")
    .pluck()
    .all(importId);
  return { ...outcome, stored: stored.map(({ value, currency }) => [value, currency]), reasons };
}

describe("12.50 and 1249.90 are read from", () => {
  it.each([
    ["12,50", "1.249,90", "EUR", "EUR"],
    ["12,50", "1 249,90", "EUR", "EUR"],
    ["12,50", "1\u00a0249,90", "EUR", "EUR"],
    ["12,50 €", "1\u202f249,90 €", "", "EUR"],
    ["12.50", "1,249.90", "USD", "USD"],
    ["12.50", "1'249.90", "CHF", "CHF"],
    ["12.50", "1’249.90", "chf", "CHF"],
    ["$12.50", "$1,249.90", "", "USD"],
    ["$12.50", "$1,249.90", "CAD", "CAD"],
    ["USD 12.50", "1249.90 USD", "", "USD"],
    ["١٢٫٥٠", "١٬٢٤٩٫٩٠", "AED", "AED"],
    ["۱۲٫۵۰", "۱٬۲۴۹٫۹۰", "IRR", "IRR"],
    ["12.50 د.إ", "1,249.90 د.إ", "", "AED"],
    ["ر.س 12.50", "ر.س 1,249.90", "", "SAR"],
    ["12,50 ج.م", "1.249,90 ج.م", "EGP", "EGP"],
    ["12.50", "1,249.90", "€", "EUR"],
  ])("%s and %s, %s", async (small, large, currency, expected) => {
    const { stored, reasons } = await importFile(sales([small, large], currency));
    expect(reasons).toEqual([]);
    expect(stored).toEqual([
      [12.5, expected],
      [1249.9, expected],
    ]);
  });
});

it("takes the prices of Lebanon and Iran", async () => {
  const { stored } = await importFile(sales(["1800000000", "900000000", "2,700,000,000"], "LBP"));
  expect(stored.map(([value]) => value)).toEqual([900000000, 1800000000, 2700000000]);
});

it.each([
  ["p9,Total,,2024-03-01T09:00:00Z", "Total"],
  ["المجموع:,c9,,2024-03-01T09:00:00Z", "المجموع:"],
  ["Total,,,", undefined],
  ["p9,totalenergies,,2024-03-01T09:00:00Z", undefined],
  ["Total,c9,,2024-03-01T09:00:00Z\np10,c10,,2024-03-01T09:00:00Z", undefined],
])("says of a last row that is named like a total what it is: %s", async (row, footer) => {
  const path = fixture.write(
    "footer.csv",
    `person,code,via,occurred_at\np1,c1,,2024-03-01T08:00:00Z\n${row}\n`,
  );
  const { format, mapping } = await inspectFile(path);
  const forms = await surveyColumns({ path, format, mapping, choices: {} });
  expect(forms?.footer).toBe(footer);
  const said = describeForms("footer.csv", forms ?? PLAIN_FORMS).filter((line) => line.includes("total"));
  expect(said).toHaveLength(footer === undefined ? 0 : 1);
});

it("takes the numbers of a JSON document for what they are, and asks of texts in it", async () => {
  const document = (...values: readonly unknown[]) => {
    const at = { occurred_at: "2024-03-01T09:00:00Z", currency: "KWD" };
    const sold = values.map((value) => ({
      kind: "conversion",
      person: `v${person++}`,
      via: "a1",
      ...at,
      value,
    }));
    return JSON.stringify({
      data: [{ kind: "share", code: "a1", person: "p1", ...at, currency: null }, ...sold],
    });
  };
  expect(await importFile(document(1.234, 9.125))).toMatchObject({
    stored: [
      [1.234, "KWD"],
      [9.125, "KWD"],
    ],
  });
  expect(await importFile(document("1,234"))).toMatchObject({ fault: { reason: "point-or-comma" } });
});

it("asks what the one mark of all values is, and reads all by the answer", async () => {
  const text = sales(["1,234", "2,500"], "KWD");
  expect(await importFile(text)).toMatchObject({
    status: "failed",
    fault: { reason: "point-or-comma", line: 3, detail: "1,234" },
    stored: [],
  });
  expect((await importFile(text, { decimal: "point" })).stored).toEqual([
    [1234, "KWD"],
    [2500, "KWD"],
  ]);
  expect((await importFile(sales(["1,234", "2,500"], "KWD"), { decimal: "comma" })).stored).toEqual([
    ...[
      [1.234, "KWD"],
      [2.5, "KWD"],
    ],
  ]);
});

it.each([
  [["12,50", "13,00", "14.50"], { decimal: "comma" }, "other-decimal-mark"],
  [["12.50", "1.8E+09"], {}, "digits-lost"],
  [["12.50", "twelve"], {}, "not-a-number"],
  [["12.50", "5 %"], {}, "not-a-number"],
  [["12.50", "€ 5"], {}, "wrong-currency"],
  [["12.50", "-5"], {}, "negative"],
  [["12.50", `9${"0".repeat(12)}`], {}, "out-of-range"],
] as const)("of %j sets one aside, and never reads it another way", async (values, choices, reason) => {
  const { reasons, stored } = await importFile(sales(values, "USD"), choices);
  expect(reasons).toEqual([reason]);
  expect(stored).toHaveLength(values.length - 1);
});

const visits = (month: number, ids: readonly (number | string)[]) =>
  `id,kind,person,via,occurred_at\n${ids.map((id, i) => `${id},visit,m${month}p${i},a1,2024-0${month}-01T09:00:00Z\n`).join("")}`;

describe("ids of events", () => {
  it("that are row numbers hold in their file only; the same file again brings nothing", async () => {
    const [january, february] = [visits(1, [1, 2, 3]), visits(2, [1, 2, 3])];
    expect(await importFile(january)).toMatchObject({ accepted: 3, duplicate: 0 });
    expect(await importFile(february)).toMatchObject({ accepted: 3, duplicate: 0 });
    expect(await importFile(february)).toMatchObject({ accepted: 0, duplicate: 3 });
    expect(await importFile(visits(1, [1, 2, 3, 4]))).toMatchObject({ accepted: 1, duplicate: 3 });
  });

  it("that are names, or are said to hold in the campaign, name one event in every file", async () => {
    expect(await importFile(visits(3, ["x1", 2]))).toMatchObject({ accepted: 2, duplicate: 0 });
    expect(await importFile(visits(4, ["x1", 2]))).toMatchObject({ accepted: 0, duplicate: 2 });
    const whole = { idScope: "campaign" } as const;
    expect(await importFile(visits(3, [71, 72]), whole)).toMatchObject({ accepted: 2 });
    expect(await importFile(visits(4, [71, 72]), whole)).toMatchObject({ accepted: 0, duplicate: 2 });
  });

  it("of shares do not keep those of two files apart: their codes do", async () => {
    const shares = (prefix: string) =>
      `id,share_id,parent_share_id,actor_id,occurred_at\n1,${prefix}a,,p,2024-03-01T09:00:00Z\n2,${prefix}b,${prefix}a,q,2024-03-01T10:00:00Z\n`;
    expect(await importFile(shares("jan"))).toMatchObject({ accepted: 2, duplicate: 0 });
    expect(await importFile(shares("feb"))).toMatchObject({ accepted: 2, duplicate: 0 });
    expect(await importFile(shares("feb"))).toMatchObject({ accepted: 0, duplicate: 2 });
  });
});

it("sets aside a few names that lost digits, and refuses a file of them", async () => {
  const rows = (cut: number) =>
    `share_id,parent_share_id,actor_id,occurred_at\n${Array.from(
      { length: 40 },
      (_, i) => `${i < cut ? "1.76723E+18" : `n${cut}-${i}`},,p${i},2024-03-01T09:00:00Z\n`,
    ).join("")}`;
  expect(await importFile(rows(1))).toMatchObject({ accepted: 39, reasons: ["digits-lost"] });
  expect(await importFile(rows(3))).toMatchObject({
    status: "failed",
    fault: { reason: "digits-lost", line: 2 },
  });
});

it("a dry run reads by the same forms", async () => {
  const path = fixture.write("dry.csv", sales(["12,50", "1.249,90"], "EUR"));
  const { format, mapping } = await inspectFile(path);
  const forms = await surveyColumns({ path, format, mapping, choices: {} });
  if (forms === null) throw new Error("stopped");
  expect(forms.decimals.value).toBe("comma");
  const options = { campaignId: 1, path, format, mapping, forms, zone: "UTC", now: fixture.now };
  expect(await checkFile(fixture.scope, options)).toMatchObject({
    counts: { accepted: 2, duplicate: 1 },
    faults: [],
  });
});

it("counts rows that bear a known id and say something else, and no others", async () => {
  const check = async (text: string) => {
    const path = fixture.write("conflicts.csv", text);
    const { format, mapping } = await inspectFile(path);
    const options = {
      campaignId: 1,
      path,
      format,
      mapping,
      forms: PLAIN_FORMS,
      zone: "UTC",
      now: fixture.now,
    };
    return await checkFile(fixture.scope, options);
  };
  const rows = (...lines: readonly string[]) =>
    `id,kind,person,code,via,occurred_at\n${lines.map((line) => `${line},2024-03-01T09:00:00Z\n`).join("")}`;
  const first = rows(
    "q1,visit,q,,a1",
    "q1,visit,q,,a1",
    "q1,visit,other,,a1",
    ",share,q,qs,",
    ",share,q,qs,a1",
  );
  expect(await check(first)).toMatchObject({ conflicts: 2, counts: { accepted: 2, duplicate: 3 } });
  const apart = new ImportFixture();
  const counted = await apart.run(apart.write("first.csv", first));
  expect(counted).toMatchObject({ conflicts: 2, accepted: 2, duplicate: 3 });
  // What says the same as the record that is kept contradicts nothing.
  expect(
    await apart.run(apart.write("once.csv", rows("q1,visit,other,,a1", ",share,q,qs,a1"))),
  ).toMatchObject({
    ...{ conflicts: 0, accepted: 0, duplicate: 2 },
  });
  const importId = await apart.create(
    apart.write("again.csv", rows("q1,visit,x,,a1", ...Array<string>(5000).fill("q1,visit,other,,a1"))),
  );
  const resent = { path: `${apart.folder}/again.csv`, now: () => apart.now, batchSize: 1 };
  expect(await runImport(apart.scope, importId, resent)).toMatchObject({ conflicts: 1, duplicate: 5001 });
  apart.close();
  await importFile(rows("q1,visit,q,,a1", ",share,q,qs,"));
  const again = rows("q1,visit,q,,a1", "q1,visit,third,,a1", ",share,q,qs,", ",share,r,qs,");
  expect(await check(again)).toMatchObject({ conflicts: 2, counts: { accepted: 0, duplicate: 4 } });
});

it("takes a file that was exported from here at its word", async () => {
  const ours = (value: string, person: string) =>
    `id,kind,person,via,occurredAt,value,currency,arrives,verified,label\n71000,conversion,${person},a1,2024-03-02T09:00:00Z,${value},KWD,0,1,\n`;
  expect(await importFile(ours("1.234", "5.0"))).toMatchObject({ accepted: 1, stored: [[1.234, "KWD"]] });
  expect(await importFile(ours("1.234", "5.0"))).toMatchObject({ accepted: 0, duplicate: 1 });
  expect(await importFile(ours("9.999", "5.0"))).toMatchObject({ accepted: 0, duplicate: 1 });
  const persons = fixture.db.$client
    .prepare("SELECT DISTINCT person FROM journal WHERE event_id = '71000'")
    .pluck();
  expect(persons.all()).toEqual(["5.0"]);
});
