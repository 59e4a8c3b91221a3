import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CampaignEvent } from "#lib/domain/event.ts";
import type { EventFault } from "#lib/domain/event-fault.ts";
import { DAY, MINUTE } from "#lib/time/lengths.ts";
import { collectRequest } from "./collect-request.ts";
import { readCollectedEvent } from "./read-collected-event.ts";

const NOW = Date.UTC(2026, 10, 28, 12);
const YEAR = 365.25 * DAY;

/** What the collector makes of a visit whose producer says when it was, and what its clock shows as it sends. */
function collected(occurredAt: unknown, sentAt?: unknown): CampaignEvent | EventFault {
  const event = { kind: "visit", person: "p", ...(occurredAt === undefined ? {} : { occurredAt }) };
  const read = collectRequest({ events: [event], ...(sentAt === undefined ? {} : { sentAt }) }, NOW);
  if (typeof read === "string") throw new Error(read);
  return readCollectedEvent(read.payloads[0], {
    ...{ currency: null, now: NOW, clockOffset: read.clockOffset },
  });
}

const timeOf = (read: CampaignEvent | EventFault) => ("reason" in read ? read.reason : read.occurredAt);

describe("a producer's clock", () => {
  it("that is wrong by whatever it is, is set right by what it shows as it sends", () => {
    const offset = fc.integer({ min: -30 * YEAR, max: 30 * YEAR });
    const age = fc.integer({ min: 0, max: 300 * DAY });
    fc.assert(
      fc.property(offset, age, (off, before) => {
        const clock = NOW + off;
        const isOff = Math.abs(off) > MINUTE / 2;
        expect(timeOf(collected(clock - before, clock))).toBe(NOW - before + (isOff ? 0 : off));
      }),
    );
  });

  it.each([
    ["ten years ahead, and it does not say so", NOW + 10 * YEAR, undefined, "in-the-future"],
    ["ten years behind, and it does not say so", NOW - 10 * YEAR, undefined, NOW - 10 * YEAR],
    ["four minutes ahead", NOW + 4 * MINUTE, undefined, NOW + 4 * MINUTE],
    ["six minutes ahead", NOW + 6 * MINUTE, undefined, "in-the-future"],
    ["of another scale than what it says of itself", (NOW - MINUTE) / 1000, NOW, NOW - MINUTE],
    ["of the same scale, in seconds", (NOW - YEAR - MINUTE) / 1000, (NOW - YEAR) / 1000, NOW - MINUTE],
    ["in words and an offset", "2026-11-28T14:59:00+03:00", "2026-11-28T15:00:00+03:00", NOW - MINUTE],
    ["on a leap day", "2024-02-29T23:59:59Z", undefined, Date.UTC(2024, 1, 29, 23, 59, 59)],
    ["on a day that there is not", "2026-02-29T00:00:00Z", undefined, "no-such-time"],
    ["without a zone", "2026-11-28T12:00:00", undefined, "date-without-zone"],
    ["that says nonsense of itself", NOW - MINUTE, "soon", NOW - MINUTE],
    ["that shows nothing", Number.NaN, undefined, "not-a-number"],
    ["before anything was sent", 0, undefined, "not-a-date"],
    ["that says nothing of the event", undefined, NOW - YEAR, NOW],
  ])("%s", (_, occurredAt, sentAt, expected) => {
    expect(timeOf(collected(occurredAt, sentAt))).toBe(expected);
  });
});
