import { describe, expect, it } from "vitest";
import { ANSWERS } from "#lib/answers/registry.ts";
import { namedRows } from "#lib/answers/table.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { type LoggedCampaign, readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import { kIfLost } from "#lib/estimators/orphan-bound.ts";
import { sensitivityTable } from "./table.ts";

const { own, blank } = simulatedCampaigns();

/** The campaign with about every n-th link of a share lost. */
function losing(n: number): LoggedCampaign {
  const log = own.log.map((event, i) =>
    event.kind === "share" && event.via !== null && i % n === 0 ? { ...event, via: `gone${i}` } : event,
  );
  return { ...own, log };
}

function ask(campaign: LoggedCampaign, address = "") {
  const read = readerOfLog([campaign]);
  const question = questionTo(campaign, address, NOW);
  const sensitivity = ANSWERS.sensitivity(read, question);
  return {
    sensitivity,
    rows: namedRows(sensitivityTable, sensitivity),
    page: ANSWERS["viral-coefficient"](read, question),
    quality: ANSWERS.integrity(read, question),
  };
}

describe("how far K hangs on missing links", () => {
  it("begins with the K of its page, filters and all", () => {
    for (const address of ["", "where=channel:whatsapp", "horizon=14d"]) {
      const { sensitivity, page } = ask(own, address);
      expect(sensitivity.k).toEqual(page.k);
    }
  });

  it("has a band from 1 % of orphans on, from K as counted up", () => {
    const many = ask(losing(4));
    const { k, part, orphans, upper } = many.sensitivity.orphans;
    expect(part).toBeGreaterThan(0.05);
    expect(k).toBe(many.sensitivity.k.value);
    expect(upper).toBeGreaterThan((k ?? 0) * 1.05);
    const row = many.rows.find((one) => one.case === "orphans");
    expect(row).toMatchObject({ part, bound_low: k, bound_high: upper, k: null });
    expect(orphans).toBeGreaterThan(0);
  });

  it("has no band below that, but says the part", () => {
    const codes = new Set(own.log.map(({ code }) => code));
    const sound = own.log.filter(({ kind, via }) => kind !== "share" || via === null || codes.has(via));
    const one = {
      ...own,
      log: sound.with(-1, { ...(sound.at(-1) ?? own.log[0]!), kind: "share", code: "one", via: "gone" }),
    };
    const { sensitivity, rows } = ask(one);
    expect(sensitivity.orphans.orphans).toBeGreaterThan(0);
    expect(sensitivity.orphans.part).toBeLessThan(0.01);
    expect(rows.find((row) => row.case === "orphans")).toMatchObject({
      part: sensitivity.orphans.part,
      bound_low: null,
      bound_high: null,
    });
  });

  it("has K without suspects as Quality has it", () => {
    const { sensitivity, quality } = ask(own);
    expect(sensitivity.suspects.k).toEqual(quality.kWithout);
    expect(sensitivity.suspects.part).toBeCloseTo((quality.suspect + quality.below) / quality.shares, 12);
    expect(sensitivity.k).toEqual(quality.k);
    // Whoever is brought by themselves is suspect.
    const personOf = new Map(own.log.map(({ code, person }) => [code, person]));
    const log = own.log.map((event, i) =>
      event.kind === "share" && event.via !== null && i % 5 === 0
        ? { ...event, person: personOf.get(event.via) ?? event.person }
        : event,
    );
    const gamed = ask({ ...own, log });
    expect(gamed.sensitivity.suspects.part).toBeGreaterThan(0.05);
    expect(gamed.sensitivity.suspects.k).toEqual(gamed.quality.kWithout);
    expect(gamed.sensitivity.suspects.k.value).not.toBe(gamed.sensitivity.k.value);
    expect(gamed.rows.find((row) => row.case === "without_suspects")?.k).toBe(
      gamed.sensitivity.suspects.k.value,
    );
  });

  it("knows nothing of what is not there", () => {
    const { sensitivity, rows } = ask(blank);
    expect(sensitivity).toMatchObject({ k: { value: null }, orphans: { part: 0, upper: null } });
    expect(rows.map((row) => row.case)).toEqual(["as_counted", "orphans", "without_suspects"]);
  });
});

describe("links that are imagined lost", () => {
  it("raise K and its ends by what is left of them", () => {
    const k = { value: 0.4, low: 0.3, high: 0.6, note: "few-cascades" } as const;
    expect(kIfLost(k, 0.5)).toEqual({ value: 0.8, low: 0.6, high: 1.2, note: "few-cascades" });
    expect(kIfLost(k, 0)).toEqual(k);
    expect(kIfLost({ value: 0.4 }, 0.2)).toEqual({ value: 0.5 });
    expect(kIfLost({ value: null, why: "too-few" }, 0.5)).toEqual({ value: null, why: "too-few" });
  });

  it("are in the file for some parts", () => {
    const { rows, sensitivity } = ask(own);
    const lost = rows.filter((row) => row.case === "what_if_lost");
    expect(lost.map(({ part }) => part)).toEqual([0.1, 0.2, 0.3, 0.5]);
    expect(lost.at(-1)?.k).toBeCloseTo(2 * (sensitivity.k.value ?? Number.NaN), 12);
  });
});
