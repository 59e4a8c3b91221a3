import { describe, expect, it } from "vitest";
import { Admission } from "./admission.ts";

const OPTIONS = { inside: 100, waiting: 1000, waitMs: 10_000 };

describe("bodies of a workspace that floods", () => {
  it("are let in as far as there is room, the others in their order as it comes", async () => {
    const admission = new Admission(OPTIONS);
    const order: number[] = [];
    const enter = (n: number) => admission.enter(1, 60).then((isAdmitted) => isAdmitted && order.push(n));
    const all = [1, 2, 3].map(enter);
    await all[0];
    expect(order).toEqual([1]);
    admission.leave(1, 60);
    await all[1];
    expect(order).toEqual([1, 2]);
    admission.leave(1, 60);
    await all[2];
    admission.leave(1, 60);
    expect(order).toEqual([1, 2, 3]);
  });

  it("pass nobody who came before, however small they are", async () => {
    const admission = new Admission(OPTIONS);
    const order: string[] = [];
    const enter = (name: string, bytes: number) =>
      admission.enter(1, bytes).then((isAdmitted) => isAdmitted && order.push(name));
    await Promise.all([enter("first", 50), enter("second", 40)]);
    const [large, small] = [enter("large", 80), enter("small", 10)];
    const turn = () => new Promise(setImmediate);
    await turn();
    expect(order).toEqual(["first", "second"]);
    // Now the small one would fit beside the first, and the large one does not.
    admission.leave(1, 40);
    await turn();
    const late = enter("late", 10);
    await turn();
    expect(order).toEqual(["first", "second"]);
    admission.leave(1, 50);
    await Promise.all([large, small, late]);
    expect(order).toEqual(["first", "second", "large", "small", "late"]);
  });

  it("hold up nobody else's, and leave them half of the waiting room", async () => {
    const admission = new Admission({ ...OPTIONS, waitMs: 20 });
    expect(await admission.enter(1, 500)).toBe(true);
    const flood = Promise.all([600, 400, 200].map((bytes) => admission.enter(1, bytes)));
    expect(await admission.enter(2, 90)).toBe(true);
    const next = admission.enter(2, 90);
    admission.leave(2, 90);
    expect(await next).toBe(true);
    expect(await flood).toEqual([false, false, false]);
  });

  it("are refused slowly, whether they waited in vain or there was no room to wait", async () => {
    const admission = new Admission({ ...OPTIONS, waiting: 0, waitMs: 40 });
    await admission.enter(1, 100);
    const refused: boolean[] = [];
    const late = admission.enter(1, 1).then((isAdmitted) => refused.push(isAdmitted));
    // Ten turns of the event loop are not yet a wait.
    for (let turn = 0; turn < 10; turn += 1) await new Promise(setImmediate);
    expect(refused).toEqual([]);
    await late;
    expect(refused).toEqual([false]);
    admission.leave(1, 100);
    expect(await admission.enter(1, 1)).toBe(true);
  });

  it("may be larger than the room when nothing else is inside", async () => {
    const admission = new Admission(OPTIONS);
    expect(await admission.enter(1, 5000)).toBe(true);
    admission.leave(1, 5000);
    expect(await admission.enter(1, 5000)).toBe(true);
  });
});
