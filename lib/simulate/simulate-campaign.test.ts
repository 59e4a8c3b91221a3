import { describe, expect, it } from "vitest";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { CampaignPlan } from "#lib/simulate/campaign-plan.ts";
import { defaultPlan } from "#lib/simulate/default-plan.ts";
import { simulateCampaign } from "#lib/simulate/simulate-campaign.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY } from "#lib/time/lengths.ts";

const START = Date.UTC(2024, 4, 1);
const base = defaultPlan(START);

/** Every branch of the simulator at once. */
const rich: CampaignPlan = {
  ...base,
  endAt: START + 5 * DAY,
  k0: 30,
  k: 0.7,
  seeds: {
    count: 25,
    kinds: [
      { value: "paid", weight: 1 },
      { value: "organic", weight: 1, lift: 1.3 },
    ],
    waves: [
      { offset: 0, duration: DAY, weight: 1 },
      { offset: 2 * DAY, duration: DAY, weight: 1 },
    ],
    variants: [
      { value: "a", weight: 1 },
      { value: "b", weight: 1, lift: 0.8 },
    ],
  },
  attributes: {
    country: [
      { value: "EG", weight: 3 },
      { value: "SA", weight: 1 },
    ],
  },
};

function simulate(plan: CampaignPlan, seed: number): CampaignEvent[] {
  return simulateCampaign(plan, seededRandom(seed));
}

function sharesOf(events: readonly CampaignEvent[]): CampaignEvent[] {
  return events.filter((event) => event.kind === "share");
}

describe("determinism", () => {
  it("gives the same bytes for the same seed, and others for another", () => {
    const bytes = JSON.stringify(simulate(rich, 5));
    expect(JSON.stringify(simulate(rich, 5))).toBe(bytes);
    expect(JSON.stringify(simulate(rich, 6))).not.toBe(bytes);
  });
});

describe("the log", () => {
  const events = simulate(rich, 5);

  it("is sorted, inside the campaign, and holds every kind", () => {
    expect(events).toEqual(events.toSorted((a, b) => a.occurredAt - b.occurredAt));
    expect(events[0]?.occurredAt).toBeGreaterThanOrEqual(START);
    expect(events.at(-1)?.occurredAt).toBeLessThanOrEqual(rich.endAt);
    const kinds = new Set(events.map((event) => event.kind));
    expect([...kinds].sort()).toEqual(["conversion", "rating", "share", "view", "visit"]);
  });

  it("never repeats an id or a code", () => {
    const codes = sharesOf(events).map((event) => event.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
    for (const code of codes) expect(code).toMatch(/^[0-9a-z]{8}$/);
  });

  it("names only codes handed out before, and lets every sharer arrive first through the parent's", () => {
    const issued = new Set<string>();
    const firstVia = new Map<string, string | null>();
    for (const event of events) {
      if (event.via !== null) expect(issued.has(event.via)).toBe(true);
      if (!firstVia.has(event.person)) {
        expect(event.kind).toBe(event.via === null ? "share" : "visit");
        firstVia.set(event.person, event.via);
      }
      if (event.kind === "share") expect(event.via).toBe(firstVia.get(event.person));
      if (event.code !== null) issued.add(event.code);
    }
    expect(firstVia.size).toBeGreaterThan(1000);
  });

  it("gives each kind its fields and no others", () => {
    for (const event of events) {
      const isShare = event.kind === "share";
      const isSeed = isShare && event.via === null;
      expect([event.code !== null, event.channel !== null, event.mode !== null]).toEqual([
        isShare,
        isShare,
        isShare,
      ]);
      expect([event.seedKind !== null, event.variant !== null]).toEqual([isSeed, isSeed]);
      const isConversion = event.kind === "conversion";
      expect([event.value !== null, event.currency !== null]).toEqual([isConversion, isConversion]);
      const isRating = event.kind === "rating";
      expect([event.role !== null, event.score !== null]).toEqual([isRating, isRating]);
      if (event.score !== null) expect([1, 2, 3, 4, 5]).toContain(event.score);
    }
  });

  it("plants the planned seeds and lets a few persons share again and some come again", () => {
    const shares = sharesOf(events);
    expect(shares.filter((share) => share.via === null)).toHaveLength(25);
    const repeated = 1 - new Set(shares.map((share) => share.person)).size / shares.length;
    expect(repeated).toBeGreaterThan(0.01);
    expect(repeated).toBeLessThan(0.08);
    const visits = events.filter((event) => event.kind === "visit");
    expect(new Set(visits.map((visit) => visit.person)).size).toBeLessThan(visits.length);
  });
});

describe("how people share", () => {
  it("keeps them to the channel they came by as often as its loyalty says", () => {
    const channels = [
      { value: "whatsapp", weight: 1, loyalty: 0.8 },
      { value: "x", weight: 1, loyalty: 0 },
    ];
    const shares = sharesOf(simulate({ ...base, channels }, 17));
    const channelOf = new Map(shares.map((share) => [share.code, share.channel]));
    const keptBy = (channel: string) => {
      const cameBy = shares.filter((share) => channelOf.get(share.via) === channel);
      return cameBy.filter((share) => share.channel === channel).length / cameBy.length;
    };
    expect(keptBy("whatsapp")).toBeCloseTo(0.9, 1);
    expect(keptBy("x")).toBeCloseTo(0.5, 1);
  });

  it("leaves the night quiet, and does not when every hour is alike", () => {
    const nightShare = (plan: CampaignPlan) => {
      const shares = sharesOf(simulate(plan, 19));
      const nightly = shares.filter((share) =>
        [23, 0, 1, 2].includes(new Date(share.occurredAt).getUTCHours()),
      );
      return nightly.length / shares.length;
    };
    expect(nightShare(base)).toBeLessThan(0.08);
    expect(nightShare({ ...base, activity: null })).toBeGreaterThan(0.1);
  });

  it("lets more or fewer visitors share, at the planned rate", () => {
    const events = simulate({ ...base, endAt: START + 120 * DAY }, 23);
    const sharers = new Set(sharesOf(events).map((share) => share.person));
    const visitors = new Set(events.flatMap((event) => (event.kind === "visit" ? [event.person] : [])));
    const shareRate = [...visitors].filter((person) => sharers.has(person)).length / visitors.size;
    expect(shareRate).toBeCloseTo(base.visitors.shareRate, 1);
  });
});

describe("saturation", () => {
  const supercritical = { ...base, endAt: START + 120 * DAY, k0: 20, k: 1.5, dispersion: 1 };

  it("holds a campaign above the threshold under the market's limit", () => {
    const shares = sharesOf(simulate({ ...supercritical, maxShares: 2000 }, 29));
    expect(shares.length).toBeGreaterThan(900);
    expect(shares.length).toBeLessThanOrEqual(2000);
  });

  it("counts seeds against the limit", () => {
    expect(sharesOf(simulate({ ...supercritical, maxShares: 7 }, 29))).toHaveLength(7);
  });
});

describe("faults", () => {
  it("leaves no orphans and no bursts unless planned, and about as many as planned", () => {
    const faulty = simulate({ ...rich, faults: { orphanRate: 0.1, botRate: 0.1 } }, 31);
    const orphanRate = (events: CampaignEvent[]) => {
      const shares = sharesOf(events);
      const codes = new Set(shares.map((share) => share.code));
      return shares.filter((share) => share.via !== null && !codes.has(share.via)).length / shares.length;
    };
    const mostVisits = (events: CampaignEvent[]) => {
      const visits = new Map<string, number>();
      for (const { kind, person, via } of events) {
        if (kind === "visit") visits.set(`${person} ${via}`, (visits.get(`${person} ${via}`) ?? 0) + 1);
      }
      return Math.max(...visits.values());
    };
    expect(orphanRate(faulty)).toBeCloseTo(0.1, 1);
    expect(mostVisits(faulty)).toBeGreaterThanOrEqual(8);
    expect(orphanRate(simulate(rich, 31))).toBe(0);
    expect(mostVisits(simulate(rich, 31))).toBeLessThanOrEqual(3);
  });
});
