import { describe, expect, it } from "vitest";
import type { Question } from "#lib/answers/question.ts";
import type { ForestShare } from "#lib/cascade/share-row.ts";
import { shrunkenK } from "#lib/estimators/influence.ts";
import { lagsInput } from "#lib/estimators/interval.ts";
import { offspringDistribution } from "#lib/estimators/offspring.ts";
import { conversionsInput } from "#lib/inputs/conversions-input.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { DAY } from "#lib/time/lengths.ts";
import { analyseSharers } from "./answer.ts";
import { pageSharers } from "./page-sharers.ts";
import { parseSharerQuery } from "./parse-sharer-query.ts";
import { sharerQueryString } from "./sharer-query-string.ts";
import { CREDIT_RULES, type CreditRuleName } from "./sharers.ts";
import { sharersTable, sharersWithRestTable } from "./table.ts";

const CONTEXT = { asOf: 100 * DAY, horizon: 7 * DAY };

function share(code: string, person: string, via: string | null, at: number): ForestShare {
  const evidence = via === null ? null : "stated";
  return { code, person, via, evidence, at, channel: "chat", mode: null, seedKind: null, variant: null };
}

/** a ─ b ─ A (a's own, below itself) ─ c, and an orphan of d's, who shared thrice in a minute. */
const SHARES = [
  share("a1", "a", null, 0),
  share("b1", "b", "a1", 600_000),
  share("a2", "a", "b1", 1_200_000),
  share("c1", "c", "a2", 1_100_000),
  share("d1", "d", "gone", 5_000_000),
  share("d2", "d", "d1", 5_020_000),
  share("d3", "d", "d1", 5_040_000),
];
const CONVERSIONS = [
  { person: "x", via: "c1", occurredAt: 2_000_000, value: 8 },
  { person: "y", via: "a1", occurredAt: 3_000_000, value: 2 },
  { person: "z", via: "nowhere", occurredAt: 3_000_000, value: 5 },
];

function rank(
  rule: CreditRuleName = "equal",
  shares: readonly ForestShare[] = SHARES,
  conversions:
    | typeof CONVERSIONS
    | readonly { person: string; via: string; occurredAt: number; value: null }[] = CONVERSIONS,
) {
  const forest = forestInput(shares);
  const lags = lagsInput(forest, CONTEXT.asOf, CONTEXT.horizon);
  const offspring = offspringDistribution(lags, CONTEXT.horizon);
  const inputs = { forest, lags, offspring, conversions: conversionsInput(forest, conversions) };
  return analyseSharers(inputs, { ...CONTEXT, rule });
}
const rowOf = (name: string, rule?: CreditRuleName) => rank(rule).rows.find(({ person }) => person === name);

describe("analyseSharers", () => {
  it("counts what stands below nested shares once, and marks what is odd", () => {
    expect(rowOf("a")).toMatchObject({
      ...{ shares: 2, cascades: 1, children: 2, descendants: 3, conversions: 2, value: 10 },
      ...{ first: 0, last: 1_200_000, selfChildren: 0, orphans: 0, skews: 0, burst: 1 },
    });
    expect(rowOf("c")).toMatchObject({ descendants: 0, conversions: 1, skews: 1 });
    expect(rowOf("d")).toMatchObject({ shares: 3, selfChildren: 2, orphans: 1, burst: 3 });
  });

  it.each([
    ["equal", { a: 6, b: 2, c: 2 }],
    ["last", { a: 2, b: 0, c: 8 }],
    ["first", { a: 10, b: 0, c: 0 }],
    ["decay", { a: 2 + (8 * (1 + 4)) / 15, b: (8 * 2) / 15, c: (8 * 8) / 15 }],
  ] as const)("credits by %s", (rule, expected) => {
    for (const [name, credit] of Object.entries(expected))
      expect(rowOf(name, rule)?.credit).toBeCloseTo(credit, 12);
  });

  it.each(CREDIT_RULES)("conserves the total under %s, the unattributed included", (rule) => {
    const { rows, totals } = rank(rule);
    const credited = rows.reduce((sum, { credit }) => sum + credit, 0);
    expect(totals).toMatchObject({
      creditIn: "value",
      unattributed: 5,
      value: 15,
      conversions: 3,
      repeaters: 2,
    });
    expect(credited + totals.unattributed).toBeCloseTo(15, 12);
  });

  it("credits conversions where none states a value", () => {
    const { rows, totals } = rank(
      "last",
      SHARES,
      CONVERSIONS.map((conversion) => ({ ...conversion, value: null })),
    );
    expect(totals).toMatchObject({ creditIn: "conversions", unattributed: 1, value: 0 });
    expect(rows.reduce((sum, { credit }) => sum + credit, 0)).toBe(2);
  });

  it("does not depend on the order of shares and conversions", () => {
    const byName = (ranking: ReturnType<typeof rank>) =>
      ranking.rows.toSorted((x, y) => (x.person < y.person ? -1 : 1));
    expect(byName(rank("equal", SHARES.toReversed(), CONVERSIONS.toReversed()))).toEqual(byName(rank()));
  });

  it("shrinks K of sharers, and knows none for persons of seeds or from too few parents", () => {
    expect(rank().rows.every(({ k }) => k === null)).toBe(true);
    const many = Array.from({ length: 40 }, (_, n) => [
      share(`s${n}`, "team", null, n),
      share(`p${n}`, `p${n}`, `s${n}`, n + 1),
      ...Array.from({ length: n % 4 === 0 ? 3 : 0 }, (_, i) =>
        share(`q${n}-${i}`, `q${n}-${i}`, `p${n}`, n + 2),
      ),
      ...(n % 7 === 0 ? [share(`r${n}`, `r${n}`, `p${n}`, n + 3)] : []),
    ]).flat();
    const { rows, totals } = rank("equal", many);
    const [k, dispersion] = [totals.k.value ?? Number.NaN, totals.dispersion.value ?? Number.NaN];
    const kOf = (name: string) => rows.find(({ person }) => person === name)?.k;
    expect(kOf("team")).toBeNull();
    expect(kOf("p4")).toBeCloseTo(shrunkenK(3, 1, k, dispersion), 12);
    expect(kOf("p1")).toBeCloseTo(shrunkenK(0, 1, k, dispersion), 12);
    expect(kOf("p4")).toBeLessThan(3);
  });

  it("has nothing to rank without shares, and keeps what is unattributed", () => {
    expect(rank("equal", [])).toMatchObject({ rows: [], totals: { persons: 0, unattributed: 15 } });
  });
});

describe("pageSharers", () => {
  const query = parseSharerQuery({});
  const names = (asked: Partial<typeof query>, size = 50) =>
    pageSharers(rank(), { ...query, ...asked }, size).rows.map(({ person }) => person);

  it("ranks, equals by id, unknown last", () => {
    expect(names({})).toEqual(["a", "b", "d", "c"]);
    expect(names({ sort: "credit", order: "asc" })).toEqual(["d", "b", "c", "a"]);
    expect(names({ sort: "person" })).toEqual(["d", "c", "b", "a"]);
    expect(names({ sort: "k" })).toEqual(["a", "b", "c", "d"]);
  });

  it("narrows to repeat sharers and to those worth a second look", () => {
    expect(names({ who: "repeat" })).toEqual(["a", "d"]);
    expect(names({ who: "flagged" })).toEqual(["d", "c"]);
    expect(names({ who: "flagged", search: "c" })).toEqual(["c"]);
  });

  it("searches in either case, and shows the last page for one beyond it", () => {
    expect(names({ search: "C" })).toEqual(["c"]);
    expect(names({ search: "zz" })).toEqual([]);
    expect(pageSharers(rank(), { ...query, page: 9 }, 3)).toMatchObject({ page: 2, pages: 2, found: 4 });
  });
});

it("writes a query and reads it back", () => {
  const query = {
    sort: "credit",
    order: "asc",
    rule: "decay",
    search: 'سارة/"x"',
    who: "flagged",
    page: 3,
  } as const;
  const address = new URLSearchParams(sharerQueryString(query));
  expect(parseSharerQuery(Object.fromEntries(address))).toEqual(query);
  expect(sharerQueryString(parseSharerQuery({ sort: "no", page: "-1", credit: "all", who: "me" }))).toBe("");
});

it("gives a row for everybody, not a page of them, and the unattributed credit last where it is to add up", () => {
  const ranking = rank("last", [share("s", '=1+"2"', null, 0)]);
  const page = { ...ranking, found: 1, page: 1, pages: 1 };
  const question = { zone: "UTC" } as Question;
  expect(sharersTable.options).toEqual({ rows: "all" });
  const own = ['=1+"2"', 1, 0, 1, 0, 0, null, 0, 0, 0, "1970-01-01T00:00:00.000Z"];
  const rows = [...sharersWithRestTable.rows(page, question)];
  expect(rows[0]?.slice(0, own.length)).toEqual(own);
  expect(rows[1]?.filter((cell) => cell !== null)).toEqual(["(unattributed)", 15]);
  expect([...sharersTable.rows(page, question)]).toEqual([rows[0]]);
});
