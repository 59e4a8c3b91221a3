import { beforeEach, describe, expect, it } from "vitest";
import { createCampaign } from "#db/queries/campaigns/create-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { openWorkspaces } from "#db/queries/campaigns/testing/open-workspaces.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import { campaignKsAnswer } from "#lib/answers/campaigns/answer.ts";
import { sharesOfEvents } from "#lib/cascade/shares-of-events.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import type { Estimate } from "#lib/domain/estimate.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { activityInput } from "#lib/inputs/activity-input.ts";
import { cascadesInput } from "#lib/inputs/cascades-input.ts";
import { forestInput } from "#lib/inputs/forest-input.ts";
import { inputsOfForest } from "#lib/metrics/inputs-of-forest.ts";
import { k as kMetric } from "#lib/metrics/k.ts";
import { METRICS } from "#lib/metrics/registry.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";
import { countSharerVisits } from "./count-sharer-visits.ts";
import { inputsReader } from "./inputs-reader.ts";
import { readActivityInput } from "./read-activity-input.ts";
import { readForestInput } from "./read-forest-input.ts";
import { readHistoryInput } from "./read-history-input.ts";
import { workspaceReader } from "./workspace-reader.ts";

const START = Date.UTC(2026, 2, 1);
const EMPTY = { description: "", startsOn: "", endsOn: "", spend: "", currency: "", audience: "", goal: "" };
const INPUT = CampaignInput.parse({ ...EMPTY, name: "Spring", tool: "app", spend: "500", currency: "SAR" });

/** A small campaign with every trouble: orphans, bots, open shares that hang on a first touch. */
function simulated(): CampaignEvent[] {
  const plan = defaultPlan(START);
  const faults = { orphanRate: 0.05, botRate: 0.02 };
  const seeds = { ...plan.seeds, count: 8, kinds: [{ value: "paid" as const, weight: 1 }] };
  return simulateCampaign({ ...plan, seeds, faults, k0: 12, k: 0.7, dispersion: 1 }, seededRandom(3));
}

function conversion(id: string, value: number | null): CampaignEvent {
  const occurredAt = START + 40 * DAY;
  return { ...BLANK_EVENT, id, kind: "conversion", person: `p-${id}`, occurredAt, value, currency: "SAR" };
}

let own: Scope<Permission>;
let events: CampaignEvent[];

beforeEach(() => {
  own = openWorkspaces().own;
  createCampaign(own, { input: INPUT, now: START });
  events = simulated();
  addEvents(own, 1, events);
});

describe("inputs from the database", () => {
  it("are those of the events themselves: reading back is the same as building in memory", () => {
    const asOf = START + 90 * DAY;
    const forest = readForestInput(own, { campaignId: 1, asOf });
    expect(forest.size).toBeGreaterThan(100);
    expect(comparable(forest)).toEqual(comparable(forestInput(sharesOfEvents(events))));
  });

  it("give what people did as the events say it, with what they stated and were worth", () => {
    const asOf = START + 90 * DAY;
    const said = { country: "SA", city: 'Al "Khobar"\n' };
    const extra: CampaignEvent[] = [
      { ...conversion("x1", 12.345678), attributes: said },
      { ...conversion("x2", 0.1), currency: "USD" },
      { ...conversion("x3", null), kind: "rating", role: "receiver", score: 4.5, attributes: said },
      { ...conversion("x4", null), kind: "visit", label: "bot" },
    ];
    addEvents(own, 1, extra);
    const forest = readForestInput(own, { campaignId: 1, asOf });
    const kept = [...events, ...extra]
      .filter(({ label }) => label === null)
      .map((event) => ({
        ...event,
        source: "event-log",
        value: event.currency === null || event.currency === "SAR" ? event.value : null,
      }));
    const built = activityInput(forest, kept);
    expect(readActivityInput(own, { campaignId: 1, asOf, forest })).toEqual(built);
    expect(built.attributes.get("city")?.texts).toContain(said.city);
    expect([...built.value]).toContain(12.345678);
    expect([...built.score]).toContain(4.5);
  });

  it("stand as of an instant", () => {
    const asOf = START + DAY;
    const seen = events.filter(({ occurredAt }) => occurredAt <= asOf);
    const forest = readForestInput(own, { campaignId: 1, asOf });
    expect(comparable(forest)).toEqual(comparable(forestInput(sharesOfEvents(seen))));
  });

  it.each([90, 3])("give every number of the registry as the events themselves do, after %i days", (days) => {
    const context = { asOf: START + days * DAY, horizon: 7 * DAY, zone: "UTC" };
    const seen = events.filter(({ occurredAt }) => occurredAt <= context.asOf);
    const conversions = seen.filter(({ kind, label }) => kind === "conversion" && label === null);
    const spend = { amount: 500, currency: "SAR" };
    const built = inputsOfForest(forestInput(sharesOfEvents(seen)), { conversions, spend }, context);
    const read = inputsReader(own).campaign(1, context);
    if (read === null) throw new Error("no campaign");
    const inputs = inputsOfForest(
      read.forest,
      { conversions: read.conversions, spend, lags: read.lags },
      context,
    );
    const numbers = METRICS.map(({ id, compute }) => [id, compute(inputs, context)]);
    expect(numbers).toEqual(METRICS.map(({ id, compute }) => [id, compute(built, context)]));
    expect(numbers.filter(([, estimate]) => (estimate as Estimate).value !== null).length).toBeGreaterThan(
      20,
    );
  });

  it("hold the stored forest equal to the one joined anew, so that K is one on the list and on the page", () => {
    const context = { asOf: START + 90 * DAY, horizon: 7 * DAY };
    const read = inputsReader(own).campaign(1, context);
    if (read === null) throw new Error("no campaign");
    const spend = { amount: null, currency: null };
    const of = inputsOfForest(read.forest, { conversions: [], spend }, { ...context, zone: "UTC" });
    const k = kMetric.compute(of, context);
    expect(campaignKsAnswer(workspaceReader(own), { ...context, campaignIds: [1] })).toEqual([
      { id: 1, k, orphans: null },
    ]);
    expect(k.value).toBeGreaterThan(0);
  });

  it("count the visits that sharers brought, and not those of seeds", () => {
    const seeds = new Set(events.filter(({ seedKind }) => seedKind !== null).map(({ code }) => code));
    const known = new Set(events.flatMap(({ code }) => code ?? []));
    const visits = events.filter(({ kind, arrives, via }) => {
      return (kind === "visit" || arrives) && via !== null && known.has(via) && !seeds.has(via);
    });
    expect(countSharerVisits(own, { campaignId: 1 })).toBe(visits.length);
    expect(visits.length).toBeGreaterThan(0);
  });

  it("learn from finished cascades of more than one share alone", () => {
    const forest = readForestInput(own, { campaignId: 1, asOf: START + 90 * DAY });
    const cascades = cascadesInput(forest).cascades.filter(({ seeded, size }) => seeded && size > 1);
    const startedBy = START + DAY;
    const finished = cascades.filter(({ startedAt }) => startedAt <= startedBy);
    const history = readHistoryInput(own, { startedBy });
    expect(history.map(({ id, times }) => [id, times.length]).sort()).toEqual(
      finished.map(({ root, size }) => [root, size]).sort(),
    );
    expect(finished.length).toBeGreaterThan(0);
    expect(finished.length).toBeLessThan(cascades.length);
  });
});

/** Channels, persons and variants are numbered by first sight, which differs with the order of rows. */
function comparable(forest: ReturnType<typeof forestInput>) {
  const { channel, channels, person, persons, ...rest } = forest;
  return {
    ...rest,
    channel: Array.from(channel, (number) => channels[number]),
    person: Array.from(person, (number) => persons[number]),
  };
}
