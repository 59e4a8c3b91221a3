import { describe, expect, it } from "vitest";
import { HOUR, MINUTE } from "#lib/time/lengths.ts";
import { createAnswerCache, type Revision, type Worked } from "./answer-cache.ts";

const QUICK = 249;
const SLOW = 250;
const FIRST: Revision = { version: 1, corrections: "none", asOf: MINUTE };
const WRITTEN: Revision = { ...FIRST, version: 2 };
const LATER: Revision = { ...WRITTEN, asOf: 2 * MINUTE };
const CORRECTED: Revision = { ...FIRST, corrections: "an import undone" };

/** A cache with a clock that a test sets, whose answers are numbered as they are worked out. */
function plant() {
  const clock = { now: 0 };
  const cache = createAnswerCache(() => clock.now);
  const count = { works: 0 };
  const ask = (revision: Revision, cost: number, subject = "overview") =>
    cache.answer(subject, revision, async () => {
      count.works += 1;
      return { answer: count.works, cost };
    });
  return { clock, cache, count, ask };
}

/** Work that ends when the test says so. */
function held() {
  const work = { begun: 0, end: (_: Worked): void => undefined, fail: (_: Error): void => undefined };
  const promise = new Promise<Worked>((resolve, reject) => {
    work.end = resolve;
    work.fail = reject;
  });
  const run = () => {
    work.begun += 1;
    return promise;
  };
  return Object.assign(work, { run });
}

/** Lets all that is ready be done. */
const settled = () => new Promise(setImmediate);

describe("a quick answer", () => {
  it("is kept while nothing is written and the minute lasts, and worked out anew after", async () => {
    const { ask } = plant();
    expect([await ask(FIRST, QUICK), await ask(FIRST, QUICK)]).toEqual([1, 1]);
    expect([await ask(WRITTEN, QUICK), await ask(LATER, QUICK)]).toEqual([2, 3]);
  });

  it("is quick however long it waited for its turn", async () => {
    const { clock, cache, ask } = plant();
    const waiting = held();
    const asked = cache.answer("overview", FIRST, waiting.run);
    clock.now = MINUTE;
    waiting.end({ answer: "late", cost: QUICK });
    expect([await asked, await ask(WRITTEN, QUICK)]).toEqual(["late", 1]);
  });
});

describe("a slow answer", () => {
  it("stands though events have come, for twenty times as long as it took", async () => {
    const { clock, ask } = plant();
    expect(await ask(FIRST, SLOW)).toBe(1);
    expect([await ask(WRITTEN, SLOW), await ask(LATER, SLOW)]).toEqual([1, 1]);
    clock.now = 20 * SLOW;
    expect(await ask(LATER, SLOW)).toBe(1);
    await settled();
    expect(await ask(LATER, SLOW)).toBe(1);
  });

  it("is renewed behind whoever asks after that: they see the old one, the next the new one", async () => {
    const { clock, ask, count } = plant();
    await ask(FIRST, SLOW);
    clock.now = 20 * SLOW + 1;
    expect(await ask(FIRST, SLOW)).toBe(1);
    expect(count.works).toBe(1);
    expect([await ask(LATER, SLOW), await ask(LATER, SLOW)]).toEqual([1, 2]);
  });

  it("is renewed once at a time, however many events come meanwhile", async () => {
    const { clock, cache, ask } = plant();
    await ask(FIRST, SLOW);
    clock.now = MINUTE;
    const renewal = held();
    const late = held();
    const asked = [WRITTEN, LATER].map((revision, i) =>
      cache.answer("overview", revision, (i === 0 ? renewal : late).run),
    );
    expect(await Promise.all(asked)).toEqual([1, 1]);
    expect([renewal.begun, late.begun]).toEqual([1, 0]);
    renewal.end({ answer: "renewed", cost: SLOW });
    await settled();
    expect(await ask(LATER, SLOW)).toBe("renewed");
  });

  it("is never shown when it was asked for an hour ago", async () => {
    const { clock, cache, ask } = plant();
    const long = held();
    const asked = cache.answer("overview", FIRST, long.run);
    clock.now = 10 * MINUTE;
    long.end({ answer: "long", cost: 10 * MINUTE });
    expect(await asked).toBe("long");
    clock.now = HOUR - 1;
    expect(await ask(LATER, SLOW)).toBe("long");
    expect(cache.standing("overview", LATER)).toBe(FIRST.asOf);
    clock.now = HOUR;
    expect(cache.standing("overview", LATER)).toBeNull();
    expect(await ask(LATER, SLOW)).toBe(1);
  });

  it("is shown to nobody once anything was corrected", async () => {
    const { ask, cache } = plant();
    await ask(FIRST, SLOW);
    expect(cache.standing("overview", CORRECTED)).toBeNull();
    expect(await ask(CORRECTED, SLOW)).toBe(2);
    expect(cache.standing("overview", { ...LATER, corrections: CORRECTED.corrections })).toBe(FIRST.asOf);
  });
});

describe("whoever asks while it is worked out", () => {
  it("waits for the same work", async () => {
    const { cache } = plant();
    const work = held();
    const asked = [1, 2, 3].map(() => cache.answer("overview", FIRST, work.run));
    work.end({ answer: "once", cost: QUICK });
    expect(await Promise.all(asked)).toEqual(["once", "once", "once"]);
    expect(work.begun).toBe(1);
  });

  it.each([
    ["is shown what is slow, though events came between", SLOW, "the first", 0],
    ["has what is quick worked out again, if events came between", QUICK, "their own", 1],
  ])("%s", async (_, cost, expected, own) => {
    const { cache } = plant();
    const [first, second] = [held(), held()];
    const before = cache.answer("overview", FIRST, first.run);
    const after = cache.answer("overview", LATER, second.run);
    expect([first.begun, second.begun]).toEqual([1, 0]);
    first.end({ answer: "the first", cost });
    second.end({ answer: "their own", cost });
    expect([await before, await after]).toEqual(["the first", expected]);
    expect(second.begun).toBe(own);
  });

  it("does not wait for work of before a correction, nor is shown it", async () => {
    const { cache, ask } = plant();
    const before = held();
    const asked = cache.answer("overview", FIRST, before.run);
    expect(await ask(CORRECTED, SLOW)).toBe(1);
    before.end({ answer: "of before", cost: SLOW });
    expect(await asked).toBe("of before");
    expect(await ask(CORRECTED, SLOW)).not.toBe("of before");
  });

  it("is told when it fails; whoever asks next has it worked out anew", async () => {
    const { cache, ask } = plant();
    const work = held();
    const asked = [FIRST, FIRST].map((revision) =>
      cache.answer("overview", revision, work.run).catch(String),
    );
    const other = ask(LATER, QUICK);
    work.fail(new Error("no answer"));
    expect(await Promise.all([...asked, other])).toEqual(["Error: no answer", "Error: no answer", 1]);
    expect(await ask(FIRST, QUICK)).toBe(2);
  });

  it("is told when a renewal failed before: nothing of it stands", async () => {
    const { clock, cache, ask } = plant();
    await ask(FIRST, SLOW);
    clock.now = MINUTE;
    const failing = async () => Promise.reject(new Error("no answer"));
    expect(await cache.answer("overview", LATER, failing)).toBe(1);
    await settled();
    await expect(cache.answer("overview", LATER, failing)).rejects.toThrow("no answer");
  });
});

describe("what is kept", () => {
  it("is what was asked about last", async () => {
    const { ask, count } = plant();
    for (let n = 0; n < 256; n++) await ask(FIRST, QUICK, `answer ${n}`);
    expect(await ask(FIRST, QUICK, "answer 0")).toBe(1);
    await ask(FIRST, QUICK, "one more");
    const works = count.works;
    expect(await ask(FIRST, QUICK, "answer 0")).toBe(1);
    expect(count.works).toBe(works);
    await ask(FIRST, QUICK, "answer 1");
    expect(count.works).toBe(works + 1);
  });

  it("says as of when it stands: what is quick only for its own instant, what is slow for later ones", async () => {
    const { cache, ask } = plant();
    expect(cache.standing("overview", FIRST)).toBeNull();
    await ask(FIRST, QUICK);
    await ask(FIRST, SLOW, "sharers");
    expect(cache.standing("overview", FIRST)).toBe(FIRST.asOf);
    expect(cache.standing("overview", LATER)).toBeNull();
    expect(cache.standing("sharers", LATER)).toBe(FIRST.asOf);
  });
});
