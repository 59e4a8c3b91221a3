import { describe, expect, it } from "vitest";
import { ANSWERS } from "#lib/answers/registry.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { type LoggedCampaign, readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { LAW, type Law, simulateCampaigns } from "#lib/estimators/forecast/testing/campaigns.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";

const NOW = Date.UTC(2026, 9, 1);
const NO_BAND = { low80: null, high80: null, low95: null, high95: null };

/** Twenty cascades of a law, a minute apart, the first so old by now. */
function campaign(id: number, law: Law, age: number): LoggedCampaign {
  const [cascades = []] = simulateCampaigns(seededRandom(100 + id), 1, 20, law);
  const log = cascades.flatMap(({ times, parent }, place) =>
    Array.from(times, (at, share) => {
      const codeOf = (other: number) => `${id}-${place}-${other}`;
      const via = share === 0 ? null : codeOf(parent[share] ?? 0);
      const own = { id: codeOf(share), code: codeOf(share), person: codeOf(share), via, channel: "x" };
      const occurredAt = Math.round(NOW - age + place * MINUTE + at);
      return { ...BLANK_EVENT, ...own, kind: "share" as const, occurredAt };
    }),
  );
  const known = log.filter(({ occurredAt }) => occurredAt <= NOW);
  known.sort((a, b) => a.occurredAt - b.occurredAt);
  return { id, name: `Campaign ${id}`, spend: null, currency: null, audiencePlan: {}, log: known };
}

const PAST = Array.from({ length: 16 }, (_, i) =>
  campaign(i + 1, { ...LAW, apart: 0.3 }, (20 + 8 * i) * DAY),
);

function ask(live: LoggedCampaign, past = PAST) {
  return ANSWERS.forecast(readerOfLog([...past, live]), questionTo(live, "", NOW));
}

describe("the forecast of a campaign", () => {
  it("has ranges and draws where it is like those of the past", () => {
    const { total, draws, scenarios, grows, basis, cascades } = ask(campaign(50, LAW, 6.5 * HOUR));
    expect(total).toMatchObject({ isUnlike: false, band: { low80: expect.any(Number) } });
    expect([draws.length, scenarios, grows]).toEqual([16, null, null]);
    expect(basis).toEqual({ kind: "campaigns", count: 16 });
    expect(cascades.filter(({ band }) => band.low80 !== null).length).toBeGreaterThan(5);
    for (const { band, scenarios: told, doubles } of cascades)
      expect([told === null, doubles === null]).toEqual([band.low80 !== null, band.low80 === null]);
  });

  it("has a point and scenarios, for each cascade too, where it is unlike anything seen", () => {
    const answer = ask(campaign(51, { ...LAW, lag: 8 * HOUR }, 26 * HOUR));
    expect(answer).toMatchObject({ draws: [], grows: null, total: { isUnlike: true, band: NO_BAND } });
    expect(answer.scenarios?.lasting).toBeGreaterThan(answer.scenarios?.fading ?? Infinity);
    expect(answer.cascades.length).toBeGreaterThan(5);
    for (const { band, scenarios } of answer.cascades)
      expect([band, scenarios]).toEqual([
        NO_BAND,
        { fading: expect.any(Number), lasting: expect.any(Number) },
      ]);
  });

  it("is none where it still grows by itself", () => {
    const answer = ask(campaign(52, { ...LAW, k: 1.6 }, 8 * HOUR));
    expect(answer).toMatchObject({ total: null, draws: [], cascades: [], scenarios: null, method: null });
    expect(answer.grows).toMatchObject({
      stops: answer.size,
      keeps: [{ days: 1 }, { days: 3 }, { days: 7 }],
    });
  });

  it("is two scenarios with fewer than three campaigns and sixty cascades behind it", () => {
    const answer = ask(campaign(50, LAW, 6.5 * HOUR), PAST.slice(0, 2));
    expect(answer).toMatchObject({ total: null, grows: null, scenarios: { size: answer.size } });
    expect(answer.basis).toEqual({ kind: "blocks", count: 2 });
    expect(ask(campaign(50, LAW, 6.5 * HOUR), PAST.slice(0, 3)).total).not.toBeNull();
  });

  it("goes by the pace up to when reports are in", () => {
    const alone = { ...campaign(50, LAW, 6.5 * HOUR) };
    const young = { ...alone, log: alone.log.filter(({ occurredAt }) => occurredAt <= NOW - 2 * HOUR) };
    const [prompt, late] = [ask(young, []), ask({ ...young, reportDelay: 2 * HOUR }, [])];
    // As if asked two hours ago: nothing that happened since is in.
    const question = questionTo(young, "", NOW - 2 * HOUR);
    const then = ANSWERS.forecast(readerOfLog([young]), question);
    expect(late.scenarios).toEqual(then.scenarios);
    expect(late.scenarios?.pace).toBeGreaterThan(prompt.scenarios?.pace ?? Infinity);
    const whole = ask({ ...alone, reportDelay: 2 * HOUR }, []).scenarios;
    expect(whole?.pace).toBe(then.scenarios?.pace);
    expect(whole?.fading).toBeGreaterThanOrEqual(whole?.size ?? Infinity);
  });

  it("gives each cascade unlike the past the scenarios of its pace by then", () => {
    const unlike = campaign(51, { ...LAW, lag: 8 * HOUR }, 26 * HOUR);
    const [prompt, late] = [ask(unlike), ask({ ...unlike, reportDelay: 6 * HOUR })];
    const ends = ({ cascades }: typeof late) => cascades.map(({ scenarios }) => scenarios);
    expect(ends(late)).not.toEqual(ends(prompt));
    for (const { size, scenarios } of late.cascades)
      if (scenarios !== null) expect(scenarios.fading).toBeGreaterThanOrEqual(size);
  });
});
