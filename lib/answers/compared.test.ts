import { describe, expect, it } from "vitest";
import { NotFoundError } from "#lib/access/errors.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import type { InputsReader } from "./inputs.ts";
import { overviewAnswer } from "./overview/answer.ts";
import { questionTo } from "./testing/question-to.ts";
import { type LoggedCampaign, readerOfLog } from "./testing/reader-of-log.ts";

const START = Date.UTC(2026, 2, 1);
const NOW = START + 10 * DAY;

const event = (
  kind: CampaignEvent["kind"],
  at: number,
  person: string,
  more: Partial<CampaignEvent> = {},
) => {
  return { ...BLANK_EVENT, id: `${kind} ${person} ${at}`, kind, person, occurredAt: at, ...more };
};

/** Two days with a visitor each; either converts twelve hours after the end of their day. */
const LOG = [
  event("share", START, "seed", { code: "s", channel: "x", seedKind: "paid" }),
  event("visit", START + 6 * HOUR, "first", { via: "s" }),
  event("visit", START + DAY + 6 * HOUR, "second", { via: "s" }),
  event("conversion", START + DAY + 12 * HOUR, "first", { via: "s" }),
  event("conversion", START + 2 * DAY + 12 * HOUR, "second", { via: "s" }),
];
const campaignOf = (id: number, log: readonly CampaignEvent[]): LoggedCampaign => {
  return { id, name: `Campaign ${id}`, spend: null, currency: null, audiencePlan: {}, log };
};
const OWN = campaignOf(1, LOG);
const OTHER = campaignOf(2, LOG.slice(0, 2));

/** A reader that counts how often a campaign is read. */
function counting(campaigns: readonly LoggedCampaign[]): { read: InputsReader; asked: number[] } {
  const read = readerOfLog(campaigns);
  const asked: number[] = [];
  return {
    asked,
    read: {
      ...read,
      campaign(id, context) {
        asked.push(id);
        return read.campaign(id, context);
      },
    },
  };
}

const SECOND_DAY = "zone=UTC&period=2026-03-02..2026-03-02&vs=previous";
const rates = (address: string, now: number) => {
  const { now: current, before } = overviewAnswer(readerOfLog([OWN, OTHER]), questionTo(OWN, address, now));
  return [current.figures.conversionRate.value, before?.figures.conversionRate.value];
};

describe("what a stretch of time is compared with", () => {
  it("stands as it stood when as much time had passed since it", () => {
    // A minute before the second visitor converts, the first had not done so either.
    expect(rates(SECOND_DAY, START + 2 * DAY + 12 * HOUR - 60_000)).toEqual([0, 0]);
    // The seed, too, is reached on the first day.
    expect(rates(SECOND_DAY, START + 2 * DAY + 12 * HOUR)).toEqual([1, 1 / 2]);
  });

  it("is what is known by now, where it lies in another campaign of the same days", () => {
    const question = questionTo(OWN, "zone=UTC&period=2026-03-01..2026-03-01&vs=campaign-2", NOW);
    const { read, asked } = counting([OWN, OTHER]);
    const { now, before, asOf } = overviewAnswer(read, question);
    expect([now.figures.conversions, before?.figures.conversions]).toEqual([0, 0]);
    expect([now.figures.people, before?.figures.people]).toEqual([2, 2]);
    expect(now.figures.conversionRate.value).toBe(1 / 2);
    expect(before?.figures.conversionRate.value).toBeNull();
    expect([asOf, asked]).toEqual([NOW, [1, 2]]);
  });

  it("is nothing where nothing is asked, and there is nothing of a campaign that there is not", () => {
    expect(overviewAnswer(readerOfLog([OWN]), questionTo(OWN, "", NOW)).before).toBeNull();
    const gone = questionTo(OWN, "vs=campaign-2", NOW);
    expect(() => overviewAnswer(readerOfLog([OWN]), gone)).toThrow(NotFoundError);
    const strange = { ...questionTo(OWN, "", NOW), campaignId: 9 };
    expect(() => overviewAnswer(readerOfLog([OWN]), strange)).toThrow(NotFoundError);
  });
});
