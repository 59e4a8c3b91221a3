import fc from "fast-check";
import { afterEach, beforeEach, expect } from "vitest";
import type { EngineUnderTest } from "#db/engines/contract.ts";
import type { RetractionStep } from "#db/engines/event-store.ts";
import type { CampaignEvent } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";

const OURS = { workspaceId: 1, campaignId: 1 };

/** Who brings an event: an import, or the collector. */
export type Bringer = 1 | 2 | 3 | null;

export const bringers = fc.constantFrom<Bringer>(1, 1, 2, 3, null);

/** A visit of one person by one link. */
export const visit = (id: string, at: number): CampaignEvent => ({
  ...BLANK_EVENT,
  ...{ id, kind: "visit", person: "maya", via: "a", occurredAt: at },
});

/** An engine for each test, and what a test of taking imports back does with it. */
export function retractionBench(open: () => EngineUnderTest) {
  let engine: EngineUnderTest;
  beforeEach(() => {
    engine = open();
  });
  afterEach(() => engine.close());

  const append = (events: readonly CampaignEvent[], importId: Bringer = null) =>
    engine.store.append(OURS, events, { source: "event-log", importId, receivedAt: 0, online: false });
  const digest = () => engine.store.digest(OURS);
  /** A clock by which every step takes far too long: so the steps become as small as they get. */
  const slowClock = () => {
    let now = 0;
    return () => {
      now += 1000;
      return now;
    };
  };
  const retract = (importId: number) => {
    const steps = [...engine.store.retract(OURS, importId, slowClock())];
    return steps.at(-1);
  };
  const digestOf = (events: readonly CampaignEvent[]) => {
    engine.clear();
    append(events);
    return digest();
  };
  const expectSound = () => {
    const before = digest();
    engine.store.rebuild(OURS);
    expect(digest()).toBe(before);
    return before;
  };

  const expectSoundAfter = ({ heldMs }: RetractionStep) => {
    if (heldMs > 0) expectSound();
  };
  return {
    ...{ append, digest, digestOf, expectSound, expectSoundAfter, retract },
    clear: () => engine.clear(),
    /** An undo in steps as small as they get. */
    undo: (importId: number) => engine.store.retract(OURS, importId, slowClock()),
  };
}
