import { expect, it } from "vitest";
import { createTimeQueue } from "#lib/simulate/create-time-queue.ts";
import { seededRandom } from "#lib/stats/random.ts";

it("gives items back in order of time, pushes and pops mixed", () => {
  const random = seededRandom(3);
  const queue = createTimeQueue<{ at: number }>();
  const waiting: number[] = [];
  for (let step = 0; step < 2000; step += 1) {
    if (random.next() < 0.6) {
      const at = Math.floor(random.next() * 50);
      queue.push({ at });
      waiting.push(at);
    } else {
      waiting.sort((a, b) => a - b);
      expect(queue.pop()?.at).toBe(waiting.shift());
    }
  }
  expect(waiting.length).toBeGreaterThan(100);
});

it("gives undefined when empty, and works again afterwards", () => {
  const queue = createTimeQueue<{ at: number }>();
  expect(queue.pop()).toBeUndefined();
  queue.push({ at: 1 });
  expect(queue.pop()).toEqual({ at: 1 });
  expect(queue.pop()).toBeUndefined();
});
