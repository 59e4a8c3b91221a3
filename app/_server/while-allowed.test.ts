import { text } from "node:stream/consumers";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { LOOK_MS, NoLongerAllowedError, watchAllowed, whileAllowed } from "./while-allowed.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A body that goes on as long as somebody reads it, or says nothing at all, and what became of it. */
function endless(kind: "busy" | "silent") {
  const log = { pulled: 0, cancelled: undefined as unknown };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (kind === "silent") return new Promise<void>(() => undefined);
        log.pulled += 1;
        controller.enqueue(new Uint8Array([log.pulled]));
      },
      cancel(reason) {
        log.cancelled = reason;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, log };
}

it("brings the whole body to whoever may have it, and then looks no more", async () => {
  const looks = vi.fn(() => true);
  const { readable, writable } = new TransformStream<Uint8Array>();
  const whole = text(whileAllowed(readable, looks));
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode("first, "));
  await vi.advanceTimersByTimeAsync(3 * LOOK_MS);
  await writer.write(new TextEncoder().encode("last"));
  await writer.close();
  expect(await whole).toBe("first, last");
  expect([looks.mock.calls.length, vi.getTimerCount()]).toEqual([3, 0]);
});

it.each(["busy", "silent"] as const)(
  "fails within two seconds for whoever may no longer have it: %s",
  async (kind) => {
    const { body, log } = endless(kind);
    let isAllowed = true;
    const reader = whileAllowed(body, () => isAllowed).getReader();
    if (kind === "busy") expect((await reader.read()).value).toEqual(new Uint8Array([1]));
    const next = kind === "silent" ? reader.read() : null;
    next?.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(LOOK_MS);
    isAllowed = false;
    await vi.advanceTimersByTimeAsync(LOOK_MS);
    await expect(next ?? reader.read()).rejects.toBeInstanceOf(NoLongerAllowedError);
    expect(log).toEqual({
      pulled: kind === "busy" ? 1 : 0,
      cancelled: expect.objectContaining({ name: "AbortError" }),
    });
    expect(vi.getTimerCount()).toBe(0);
  },
);

it("lets nobody go on of whom it cannot be looked up", () => {
  const end = vi.fn();
  watchAllowed(() => {
    throw new Error("no disk");
  }, end);
  vi.advanceTimersByTime(3 * LOOK_MS);
  expect([end.mock.calls.length, vi.getTimerCount()]).toEqual([1, 0]);
});

it("looks no more after its reader left, and after the body failed", async () => {
  const left = endless("busy");
  const reader = whileAllowed(left.body, () => true).getReader();
  await reader.read();
  await reader.cancel("enough");
  expect([left.log.cancelled, vi.getTimerCount()]).toEqual(["enough", 0]);
  const broken = new ReadableStream<Uint8Array>({
    pull() {
      throw new Error("no such row");
    },
  });
  await expect(
    whileAllowed(broken, () => true)
      .getReader()
      .read(),
  ).rejects.toThrow("no such row");
  expect(vi.getTimerCount()).toBe(0);
});
