import { describe, expect, it } from "vitest";
import { analyseAudience } from "#lib/answers/audience/answer.ts";
import { analyseChannelBoard } from "#lib/answers/channels/answer.ts";
import { analyseCohorts } from "#lib/answers/cohorts/answer.ts";
import { analyseSides } from "#lib/answers/compare/answer.ts";
import { listFacets } from "#lib/answers/facets/answer.ts";
import { analyseFunnel } from "#lib/answers/funnel/answer.ts";
import { analyseMoney } from "#lib/answers/money/answer.ts";
import { analyseOverview } from "#lib/answers/overview/answer.ts";
import { selectActivity } from "#lib/answers/selection/select-activity.ts";
import { selectCascades } from "#lib/answers/selection/select-cascades.ts";
import { analyseValue } from "#lib/answers/value/answer.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { lagsInput } from "#lib/estimators/interval.ts";
import { activityInput } from "#lib/inputs/activity-input.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import type { Filter } from "#lib/query/query.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";

const AS_OF = 30 * DAY;
const FRAME = { asOf: AS_OF, horizon: 7 * DAY };
const CLOCK = { grain: "day", zone: "UTC" } as const;

type LoggedEvent = CampaignEvent & { readonly source: string };

let count = 0;
function event(kind: CampaignEvent["kind"], hour: number, more: Partial<LoggedEvent>): LoggedEvent {
  count += 1;
  const said = { id: `e${count}`, kind, person: `p${count}`, occurredAt: hour * HOUR, source: "server" };
  return { ...BLANK_EVENT, ...said, ...more };
}

/** Seed s (paid, e-mail) brings a and b; a (x) brings c (x). Each visits before sharing; v visits by a's link alone. */
const LOG: LoggedEvent[] = [
  event("view", 0, { person: "looker" }),
  event("share", 0, { person: "S", code: "s", channel: "email", seedKind: "paid" }),
  event("visit", 1, { person: "A", via: "s", attributes: { country: "SA" } }),
  event("share", 2, { person: "A", via: "s", code: "a", channel: "x", attributes: { country: "SA" } }),
  event("visit", 3, { person: "B", via: "s", attributes: { country: "EG" } }),
  event("share", 4, { person: "B", via: "s", code: "b", channel: "email" }),
  event("visit", 25, { person: "C", via: "a" }),
  event("share", 26, { person: "C", via: "a", code: "c", channel: "x" }),
  event("visit", 27, { person: "V", via: "a", attributes: { country: "SA" } }),
  event("conversion", 28, { person: "V", via: "a", value: 12 }),
  event("conversion", 29, { person: "C", via: "a", value: 8 }),
  event("share", 72, { person: "A", via: "s", code: "a2", channel: "x" }),
];

function inputsOf(log: readonly LoggedEvent[]) {
  const shares = log.flatMap((e) => {
    if (e.kind !== "share" || e.code === null) return [];
    const { code, via, person, mode, seedKind, variant, occurredAt: at } = e;
    const evidence = via === null ? null : ("stated" as const);
    return [{ code, via, evidence, person, channel: e.channel ?? "", mode, seedKind, variant, at }];
  });
  const forest = forestInput(shares);
  return {
    forest,
    lags: lagsInput(forest, FRAME.asOf, FRAME.horizon),
    activity: activityInput(forest, log),
  };
}

const ALL = { from: 0, to: AS_OF, ...FRAME };
const select = (more: Partial<typeof ALL> & { filters?: readonly Filter[] } = {}, log = LOG) =>
  selectActivity(inputsOf(log), { ...ALL, filters: [], ...more });
const only = (dimension: Filter["dimension"], ...values: string[]): Filter => {
  return { dimension, isNot: false, values };
};

describe("overview", () => {
  it("reaches everyone once, by what they did first, and who only looked too", () => {
    const { figures, steps, people } = analyseOverview(select(), CLOCK);
    // The looker, S, A, B, C and V; A and B were brought by the seed, C and V by a, which is none.
    expect(figures).toMatchObject({ people: 6, shares: 5, seeds: 1, visits: 4, conversions: 2, value: 20 });
    expect(figures.earnedShare.value).toBe(2 / 6);
    expect(figures.shareRate.value).toBe(4 / 6);
    expect(figures.conversionRate.value).toBe(2 / 6);
    // a and a2, b and c are sharers; a has one child.
    expect(figures.k.value).toBeCloseTo(1 / 4, 12);
    expect(people.slice(0, 3)).toEqual([4, 2, 0]);
    expect(steps.slice(0, 4).map(({ counts }) => counts)).toEqual([
      ...[
        [1, 2, 0, 0, 0],
        [0, 0, 1, 0, 0],
        [0, 0, 0, 0, 0],
      ],
      [0, 1, 0, 0, 0],
    ]);
  });

  it("looks at a stretch of time alone, and at what has come of it since", () => {
    const first = analyseOverview(select({ to: DAY }), CLOCK).figures;
    expect(first).toMatchObject({ people: 4, shares: 3, conversions: 0 });
    expect(first.shareRate.value).toBe(3 / 4);
    // a and b were born in it; a's child came later and counts.
    expect(first.k.value).toBeCloseTo(1 / 2, 12);
    expect(analyseOverview(select({ from: DAY, to: 2 * DAY }), CLOCK).figures).toMatchObject({
      ...{ people: 2, shares: 1, conversions: 2 },
    });
  });

  it("counts who saw it before they came by that moment, and as brought by whoever brought them", () => {
    const seen = event("view", 20, { person: "V" });
    const { figures } = analyseOverview(select({}, [...LOG, seen]), CLOCK);
    expect(figures).toMatchObject({ people: 6, earnedShare: { value: 2 / 6 } });
    const day = analyseOverview(select({ to: DAY }, [...LOG, seen]), CLOCK).figures;
    expect(day).toMatchObject({ people: 5, earnedShare: { value: 1 / 5 } });
    expect(
      analyseOverview(select({ filters: [only("country", "SA")] }, [...LOG, seen]), CLOCK).figures.people,
    ).toBe(2);
  });

  it("stands as it stood: what is later than the instant is not looked at", () => {
    const early = analyseOverview(select({ to: DAY, asOf: 20 * HOUR }), CLOCK).figures;
    expect(early.k.value).toBe(0);
    expect(analyseOverview(select({ to: DAY }), CLOCK).figures.k.value).toBeGreaterThan(0);
  });

  it("gives no rate of what nothing reports: in a repost log everyone has shared", () => {
    const reposts = LOG.filter(({ kind }) => kind === "share").map((e) => ({
      ...e,
      arrives: e.via !== null,
    }));
    const { figures } = analyseOverview(select({}, reposts), CLOCK);
    expect(figures).toMatchObject({ people: 4, shareRate: { value: null }, conversionRate: { value: null } });
    expect(figures.earnedShare.value).toBe(1 / 4);
  });
});

describe("filters", () => {
  it("ask a share's facts of the share that an event is about, a person's of the event", () => {
    const x = analyseOverview(select({ filters: [only("channel", "x")] }), CLOCK).figures;
    // Shares a, c and a2; visits and conversions through a.
    expect(x).toMatchObject({ shares: 3, visits: 2, conversions: 2, seeds: 0 });
    const saudi = analyseOverview(select({ filters: [only("country", "SA")] }), CLOCK).figures;
    expect(saudi).toMatchObject({ shares: 1, visits: 2, people: 2 });
    const others = analyseOverview(
      select({ filters: [{ dimension: "country", isNot: true, values: ["SA"] }] }),
      CLOCK,
    ).figures;
    expect(others.shares + saudi.shares).toBe(5);
    expect(others.visits + saudi.visits).toBe(4);
    const both = [only("channel", "x"), only("generation", "2")];
    expect(analyseOverview(select({ filters: both }), CLOCK).figures.shares).toBe(1);
    expect(analyseOverview(select({ filters: [only("seedKind", "paid")] }), CLOCK).figures.shares).toBe(5);
  });

  it("choose whole cascades by their seed", () => {
    const log = [...LOG, event("share", 5, { person: "T", code: "t", channel: "sms", seedKind: "organic" })];
    const { forest } = inputsOf(log);
    const paid = selectCascades(forest, [only("seedKind", "paid")]);
    expect(paid).toMatchObject({ size: 5, persons: ["S", "A", "B", "C"] });
    expect([...paid.parent]).toEqual([...inputsOf(LOG).forest.parent]);
    expect(selectCascades(forest, [{ dimension: "seedKind", isNot: true, values: ["paid"] }]).codes).toEqual([
      "t",
    ]);
    expect(selectCascades(forest, [])).toBe(forest);
  });

  it("are offered with what occurs, rare facts of people left out", () => {
    const facets = listFacets(inputsOf(LOG));
    expect(facets.channel).toEqual([
      { value: "x", count: 3 },
      { value: "email", count: 2 },
    ]);
    expect(facets.country).toEqual([]);
  });
});

describe("channels", () => {
  it("count people, rates and jumps by the share that brought them", () => {
    const board = analyseChannelBoard(select(), { ...CLOCK, spend: 100 });
    expect(board.unbrought).toBe(2);
    expect(board.rows.map(({ channel, shares, people }) => [channel, shares, people])).toEqual([
      ["x", 3, 2],
      ["email", 2, 2],
    ]);
    const [x, email] = board.rows;
    expect(x).toMatchObject({ sharers: 2, conversions: 2, value: 20, children: 1, shareOfReach: 2 / 6 });
    expect(x?.conversionRate.value).toBe(1);
    expect(email?.shareRate.value).toBe(1);
    // By e-mail came a, a2 (shared on x) and b (e-mail); by x came c.
    expect(board.jumps).toEqual([
      [1, 0],
      [2, 1],
    ]);
    // The one paid seed is on e-mail; its cascade has four people.
    expect(email?.costPerPerson.value).toBe(25);
    expect(x?.costPerPerson.value).toBeNull();
    const without = { dimension: "channel", isNot: true, values: ["email"] } as const;
    const others = analyseChannelBoard(select({ filters: [without] }), { ...CLOCK, spend: null });
    expect(others.rows.map(({ channel, shares }) => [channel, shares])).toEqual([["x", 3]]);
  });
});

describe("money", () => {
  it("prices reach and conversions over paid cascades", () => {
    const money = analyseMoney(select(), 100);
    expect(money).toMatchObject({ spend: 100, paidSeeds: 1, paidReach: 4, pricePerSeed: 100, nowcast: null });
    expect(money?.earnedReachPrice.value).toBe(25);
    expect(money?.cost.effective.price.value).toBe(50);
    expect(money?.cost.paidOnly).toMatchObject({ atLeast: 100 / 3 });
    expect(analyseMoney(select(), null)).toBeNull();
    expect(analyseMoney(select({ from: DAY }), 100)).toBeNull();
  });
});

describe("funnel", () => {
  it("counts events and people by stage, and knows what is not covered", () => {
    const { stages, channels } = analyseFunnel(select());
    expect(stages).toMatchObject({
      seen: { events: 1, people: 1 },
      intended: { events: 5, people: 4 },
      delivered: null,
      clicked: { events: 4, people: 4 },
      landed: { events: 4, people: 4 },
      converted: { events: 2, people: 2 },
      sharedAgain: { events: 4, people: 3 },
    });
    expect(channels.map(({ channel }) => channel)).toEqual(["x", "email"]);
    // Covered, though nothing happened in these hours.
    expect(analyseFunnel(select({ from: 20 * DAY })).stages.converted).toEqual({ events: 0, people: 0 });
  });

  it("keeps clicks and landings apart where pages report visits, and counts people once", () => {
    const click = event("visit", 24, { person: "day-pseudonym", via: "a", source: "redirect" });
    const landing = event("visit", 24, { person: "V", via: "a", source: "browser" });
    const live = select({}, [...LOG.filter(({ person }) => person !== "V"), click, landing]);
    expect(analyseFunnel(live).stages).toMatchObject({ clicked: { events: 1 }, landed: { events: 4 } });
    expect(analyseOverview(live, CLOCK).figures).toMatchObject({ people: 6, visits: 4 });
    const redirectOnly = select({}, [...LOG.filter(({ person }) => person !== "V"), click]);
    expect(analyseOverview(redirectOnly, CLOCK).figures.people).toBe(6);
  });
});

describe("value", () => {
  const rated = (scores: readonly number[], role: "sender" | "receiver") =>
    scores.map((score, i) => event("rating", 30, { person: `r${role}${i}`, via: "s", role, score }));

  it("reads receivers' ratings against the middle of the scale", () => {
    const verdict = (scores: readonly number[]) =>
      analyseValue(select({}, [...LOG, ...rated(scores, "receiver")])).verdict;
    expect(verdict([4, 5, 4, 5, 4, 4, 5, 4, 5, 4])).toBe("convinces");
    expect(verdict([1, 2, 1, 2, 1, 1, 2, 1, 2, 1])).toBe("spreads-only");
    expect(verdict([1, 5, 1, 5, 1, 5, 1, 5, 1, 5])).toBe("unclear");
    // The same answers on a scale that reaches to 10 lie below its middle.
    expect(verdict([4, 5, 4, 5, 4, 4, 5, 4, 5, 4, 0])).toBe("spreads-only");
    expect(verdict([4, 5])).toBe("too-few");
  });

  it("knows who shares again, and who stays", () => {
    const { sender, receiver } = analyseValue(select());
    expect(sender).toMatchObject({ sharers: 4, ratings: 0 });
    expect(sender.repeatRate.value).toBe(1 / 4);
    expect(sender.stayRate.value).toBe(1 / 4);
    expect(receiver).toMatchObject({ people: 4, valuePerConversion: 10 });
    expect(receiver.reshareRate.value).toBe(3 / 4);
  });
});

describe("audience", () => {
  const visitors = (country: string, people: number) =>
    Array.from({ length: people }, (_, i) =>
      event("visit", 31, { person: `${country}${i}`, via: "s", attributes: { country } }),
    );
  const countries = (groups: Readonly<Record<string, number>>, planned: readonly string[] = []) => {
    const log = Object.entries(groups).flatMap(([country, people]) => visitors(country, people));
    const answer = analyseAudience(select({}, [...LOG.slice(0, 2), ...log]), { country: planned });
    return answer.attributes.find(({ attribute }) => attribute === "country");
  };

  it("lays the people reached beside the plan", () => {
    const found = countries({ SA: 30, EG: 10, AE: 6 }, ["sa", "QA"]);
    expect(found?.groups.map(({ value, isPlanned }) => [value, isPlanned])).toEqual([
      ["SA", true],
      ["EG", false],
      ["AE", false],
    ]);
    expect(found?.onTarget?.value).toBeCloseTo(30 / 46, 12);
    expect(found).toMatchObject({ missed: ["QA"], hidden: { groups: 0, people: 0 } });
  });

  it("hides groups below five, and one more where the sum would tell of them", () => {
    const many = countries({ SA: 30, EG: 10, AE: 4, KW: 3 });
    expect(many).toMatchObject({ hidden: { groups: 2, people: 7 } });
    const one = countries({ SA: 30, EG: 10, AE: 4 });
    expect(one?.groups.map(({ value }) => value)).toEqual(["SA"]);
    expect(one).toMatchObject({ hidden: { groups: 2, people: 14 } });
    expect(countries({ SA: 30, EG: 10, AE: 1, KW: 1 })).toMatchObject({ hidden: { groups: 3, people: 12 } });
  });
});

describe("cohorts of seeds", () => {
  it("divide shares by seeds, by generation and by day", () => {
    const by = (column: "generation" | "day", asOf = AS_OF) =>
      analyseCohorts(select({ asOf }), { ...CLOCK, by: column });
    expect(by("generation")).toMatchObject({ first: 1, rows: [{ seeds: 1, shares: 4, cells: [3, 1] }] });
    expect(by("day").rows[0]?.cells).toEqual([2, 1, 0, 1]);
    // Two days after the seed, the third day has not been lived through.
    expect(by("day", 2 * DAY).rows[0]?.cells).toEqual([2, 1, null, null]);
  });
});

describe("sides", () => {
  it("measure trees below some nodes, whole cascades or a branch", () => {
    const inputs = inputsOf(LOG);
    const node = (code: string) => inputs.forest.codes.indexOf(code);
    const { first, second, tests, overlaps } = analyseSides(
      { inputs, tops: [node("s")] },
      { inputs, tops: [node("a")] },
      { ...FRAME, zone: CLOCK.zone },
    );
    expect(first).toMatchObject({
      shares: 5,
      sharers: 4,
      depth: 2,
      maxBreadth: 3,
      conversions: 2,
      value: 20,
    });
    expect(second).toMatchObject({ shares: 2, sharers: 2, depth: 1, maxBreadth: 1, structuralVirality: 1 });
    expect(first?.growth.at(-1)).toBe(5);
    expect([tests, overlaps]).toEqual([[], true]);
    expect(analyseSides(null, { inputs, tops: [node("a")] }, { ...FRAME, zone: CLOCK.zone })).toMatchObject({
      first: null,
    });
  });

  it("measure a chain of 150,000 generations", () => {
    const chain = Array.from({ length: 150_000 }, (_, n) =>
      event("share", 0, { code: `s${n}`, via: n === 0 ? null : `s${n - 1}`, channel: "x" }),
    );
    const pair = [...chain, event("share", 1, { code: "twin", via: "s0", channel: "x" })];
    const { first } = analyseSides({ inputs: inputsOf(pair), tops: [0] }, null, {
      ...FRAME,
      zone: CLOCK.zone,
    });
    expect(first).toMatchObject({ shares: 150_001, depth: 149_999, maxBreadth: 2 });
  });
});
