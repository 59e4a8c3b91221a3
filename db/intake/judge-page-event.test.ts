import { describe, expect, it, test } from "vitest";
import { signCode } from "#db/codes/sign-code.ts";
import { type CampaignEvent, EVENT_KINDS, type EventKind, SEED_KINDS } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { judgePageEvent } from "./judge-page-event.ts";

const OURS = {
  stem: "ours",
  pastStems: ["past"],
  pastSigningKeys: [],
  signingKey: "5".repeat(64),
  goalFrom: "page",
} as const;
const signed = (code: string) => code + signCode(code, OURS.signingKey);
const SIGNED = signed("ours12345678");
const UNSIGNED = "ours-abcdefgh";
const FORGED = `${SIGNED.slice(0, -1)}${SIGNED.endsWith("x") ? "y" : "x"}`;
const FOREIGN = signed("else12345678");
const SERVERS = "spring-2026";

function eventOf(kind: EventKind, more: Partial<CampaignEvent> = {}): CampaignEvent {
  return { ...BLANK_EVENT, kind, id: "e1", person: "p", occurredAt: 1, ...more };
}

/** Whether it is verified, or why it is refused and for which field. */
function judge(event: CampaignEvent, goalFrom: "page" | "server" = "page"): unknown {
  const item = judgePageEvent({ ...OURS, goalFrom }, event);
  if ("refusal" in item) return `${item.refusal} ${item.field}`;
  return "event" in item ? item.event.verified : item;
}

describe("what a page says of a visit", () => {
  it.each([null, SIGNED, UNSIGNED, SERVERS])("verifies nothing, whatever code it names: %s", (via) => {
    expect(judge(eventOf("visit", { via }))).toBe(false);
  });
});

describe.each(EVENT_KINDS.filter((kind) => kind !== "visit"))("what a page says of a %s", (kind) => {
  it.each([
    [{}, true],
    [{ via: SIGNED }, true],
    [{ via: UNSIGNED }, false],
    [{ via: SERVERS }, false],
    [{ via: FORGED }, "forged-code via"],
    [{ via: FOREIGN }, "foreign-code via"],
    [{ via: "else-abcdefgh" }, "foreign-code via"],
    [{ code: SIGNED }, true],
    [{ code: UNSIGNED }, false],
    [{ code: SIGNED, via: UNSIGNED }, false],
    [{ code: UNSIGNED, via: SIGNED }, false],
    [{ code: FORGED }, "forged-code code"],
    [{ code: FOREIGN }, "foreign-code code"],
    // Codes of servers and files are not a page's to take, though it may have come by one.
    [{ code: SERVERS }, "foreign-code code"],
  ])("with %o is %s", (more, judgement) => {
    expect(judge(eventOf(kind, more))).toBe(judgement);
  });
});

test("a page sows no seed of a kind: which were paid for is said by the team and by servers", () => {
  for (const seedKind of [...SEED_KINDS, null])
    for (const code of [SIGNED, UNSIGNED]) {
      const share = eventOf("share", { code, seedKind, variant: "b" });
      const item = judgePageEvent(OURS, share);
      expect(item).toMatchObject({ event: { seedKind: null, variant: "b", code, person: "p" } });
    }
});

test("a page's ids stand apart from those of servers, refused or not", () => {
  expect(judgePageEvent(OURS, eventOf("view"))).toMatchObject({ event: { id: "web:e1" } });
  expect(judgePageEvent(OURS, eventOf("view", { via: FORGED }))).toMatchObject({ id: "web:e1" });
});

test("a goal that servers report is reached through no page; everything else goes on", () => {
  const of = (kind: EventKind) => judge(eventOf(kind), "server");
  expect(of("conversion")).toBe("server-only kind");
  expect(EVENT_KINDS.filter((kind) => typeof of(kind) !== "boolean")).toEqual(["conversion"]);
  expect(judge(eventOf("conversion"), "page")).toBe(true);
});
