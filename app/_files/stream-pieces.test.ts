import { text } from "node:stream/consumers";
import { expect, it, onTestFinished } from "vitest";
import { csvPieces } from "#lib/format/csv.ts";
import { csvResponse } from "./csv-response.ts";
import { streamPieces } from "./stream-pieces.ts";
import { countTurns } from "./testing/turns.ts";

/** Pieces that tell how many of them were taken, and whether they were let go of. */
function pieces(most: number) {
  const log = { taken: 0, isClosed: false };
  function* generate(): Generator<string> {
    try {
      for (; log.taken < most; ) yield `ق${log.taken++}`;
    } finally {
      log.isClosed = true;
    }
  }
  async function* asynchronous(): AsyncGenerator<string> {
    yield* generate();
  }
  return { log, generate, asynchronous };
}
/** Lets all that is ready be done. */
const settled = async () => {
  for (let n = 0; n < 20; n++) await new Promise(setImmediate);
};

it.each(["generate", "asynchronous"] as const)("brings every piece as UTF-8: %s", async (kind) => {
  const of = pieces(3);
  expect(await text(streamPieces(of[kind]()))).toBe("ق0ق1ق2");
  expect(of.log.isClosed).toBe(true);
});

it("takes no piece before its reader has room", async () => {
  const { log, asynchronous } = pieces(100);
  const reader = streamPieces(asynchronous()).getReader();
  await reader.read();
  await settled();
  expect(log.taken).toBeLessThanOrEqual(2);
  await reader.read();
  await settled();
  expect(log.taken).toBeLessThanOrEqual(3);
});

it.each(["generate", "asynchronous"] as const)(
  "lets go of the pieces when it is cancelled: %s",
  async (kind) => {
    const of = pieces(100);
    const reader = streamPieces(of[kind]()).getReader();
    await reader.read();
    await reader.cancel();
    await settled();
    expect(of.log).toEqual({ taken: expect.any(Number), isClosed: true });
    expect(of.log.taken).toBeLessThanOrEqual(2);
  },
);

it("lets others have a turn between two pieces", async () => {
  const count = countTurns();
  onTestFinished(count.stop);
  const turns: number[] = [];
  function* generate(): Generator<string> {
    for (let n = 0; n < 5; n++) {
      turns.push(count.turns);
      yield "piece";
    }
  }
  await text(streamPieces(generate()));
  expect(turns).toHaveLength(5);
  expect(
    turns.every((turn, i) => i === 0 || turn > (turns[i - 1] ?? 0)),
    turns.join(),
  ).toBe(true);
});

it("fails when a piece does, after those before it", async () => {
  function* generate(): Generator<string> {
    yield "first";
    throw new Error("no second");
  }
  const reader = streamPieces(generate()).getReader();
  expect(new TextDecoder().decode((await reader.read()).value)).toBe("first");
  await expect(reader.read()).rejects.toThrow("no second");
});

it("is sent as a file of its own name that nothing keeps", async () => {
  const response = csvResponse("intishar_ربيع_k", ["a", "b"], csvPieces([[1, null]]), {
    bom: false,
    isAllowed: () => true,
  });
  expect(await response.text()).toBe("a,b\r\n1,\r\n");
  expect(Object.fromEntries(response.headers)).toEqual({
    "cache-control": "no-store",
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": expect.stringContaining("%D8%B1%D8%A8%D9%8A%D8%B9_k.csv"),
  });
});
