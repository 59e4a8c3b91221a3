import { expect, test } from "vitest";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { sharesOfEvents } from "./shares-of-events.ts";

let serial = 0;

function event(fields: Partial<CampaignEvent> & Pick<CampaignEvent, "kind">): CampaignEvent {
  serial += 1;
  return { ...BLANK_EVENT, id: `e${serial}`, person: "amal", occurredAt: 10, ...fields };
}

const share = event({ kind: "share", code: "s", occurredAt: 20 });

test("a share that states no parent hangs on its person's first visit", () => {
  const visits = [
    event({ kind: "visit", via: "late", occurredAt: 12 }),
    event({ kind: "visit", via: "first", occurredAt: 11 }),
    event({ kind: "visit", via: "other person", person: "badr", occurredAt: 1 }),
  ];
  expect(sharesOfEvents([share, ...visits])).toMatchObject([{ code: "s", via: "first", evidence: "touch" }]);
  expect(sharesOfEvents([...visits, share])).toMatchObject([{ code: "s", via: "first", evidence: "touch" }]);
});

test("visits of one instant: the smaller id, in any order", () => {
  const [a, b] = [event({ kind: "visit", via: "a", id: "1" }), event({ kind: "visit", via: "b", id: "2" })];
  for (const events of [
    [a, b, share],
    [b, a, share],
  ])
    expect(sharesOfEvents(events)[0]?.via).toBe("a");
});

test.each<[string, Partial<CampaignEvent>, string | null]>([
  ["a stated parent stands", { via: "stated" }, "stated"],
  ["a seed that was handed out has none", { seedKind: "paid" }, null],
  ["a visit after the share brought nobody", { occurredAt: 5 }, null],
])("%s", (_, fields, via) => {
  const visit = event({ kind: "visit", via: "first", occurredAt: 11 });
  expect(sharesOfEvents([visit, { ...share, ...fields }])[0]?.via).toBe(via);
});

test("a row that stands for its visit too is a first touch; what is no share is left out", () => {
  const arrival = event({ kind: "share", code: "r", via: "root", arrives: true, occurredAt: 1 });
  const shares = sharesOfEvents([arrival, share, event({ kind: "conversion", via: "s" })]);
  expect(shares.map(({ code, via }) => [code, via])).toEqual([
    ["r", "root"],
    ["s", "root"],
  ]);
});
