import { expect, it, onTestFinished } from "vitest";
import type { Row } from "#lib/answers/table.ts";
import { csvFile, csvPieces } from "#lib/format/csv.ts";
import { csvBody } from "./csv-body.ts";
import { countTurns } from "./testing/turns.ts";

const ROWS = 1200;

function* numbered(log: { read: number; isClosed: boolean }, rows = ROWS): Generator<Row> {
  try {
    for (let n = 0; n < rows; n++) {
      log.read += 1;
      yield [n, "=text", null];
    }
  } finally {
    log.isClosed = true;
  }
}
const logged = () => ({ read: 0, isClosed: false });
async function collected(pieces: AsyncIterable<string | Uint8Array>): Promise<string[]> {
  const all: string[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece).toString());
  return all;
}
const all = (rows = ROWS) => [...numbered(logged(), rows)];

const linesOf = (piece: string) => piece.split("\r\n").length - 1;

it("cuts rows into pieces of five hundred, and reads no piece before it is asked for", () => {
  const log = logged();
  const pieces = csvPieces(numbered(log));
  expect(log.read).toBe(0);
  expect(linesOf(pieces.next().value ?? "")).toBe(500);
  expect(log.read).toBe(500);
  expect([...pieces].map(linesOf)).toEqual([500, 200]);
  expect([...csvPieces(all(1000))].map(linesOf)).toEqual([500, 500]);
  expect([...csvPieces([])]).toEqual([]);
});

it.each([true, false, undefined])(
  "makes the whole file, piece by piece; byte order mark: %s",
  async (bom) => {
    const keys = ["number", "text", "nothing"];
    const options = bom === undefined ? {} : { bom };
    const pieces = await collected(csvBody(keys, csvPieces(all()), options));
    expect(pieces).toHaveLength(4);
    expect(pieces.join("")).toBe(csvFile(keys, all(), options));
    expect(pieces[0]?.startsWith("\uFEFF")).toBe(bom !== false);
  },
);

it("lets others have a turn after every piece, also after an empty one", async () => {
  const count = countTurns();
  onTestFinished(count.stop);
  const turns: number[] = [];
  function* lines(): Generator<string | Uint8Array> {
    for (const piece of ["", "1\r\n", "", new TextEncoder().encode("ق\r\n")]) {
      turns.push(count.turns);
      yield piece;
    }
  }
  const pieces = await collected(csvBody(["a"], lines(), { bom: false }));
  expect(pieces).toEqual(["a\r\n", "1\r\n", "ق\r\n"]);
  expect(
    turns.every((turn, i) => i === 0 || turn > (turns[i - 1] ?? 0)),
    turns.join(),
  ).toBe(true);
});

it("lets go of the rows when the file is no longer wanted", async () => {
  const log = logged();
  const pieces = csvBody(["a"], csvPieces(numbered(log)));
  await pieces.next();
  await pieces.next();
  await pieces.return(undefined);
  expect(log).toEqual({ read: 500, isClosed: true });
});
