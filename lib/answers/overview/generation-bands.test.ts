import { expect, it } from "vitest";
import { ANSWERS } from "#lib/answers/registry.ts";
import { namedRows } from "#lib/answers/table.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { type LoggedCampaign, readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { sharesTable } from "./table.ts";

const START = Date.UTC(2026, 9, 1);
/** A seed with a line of five below it, and an orphan with two. */
const LINKS = {
  s: null,
  a: "s",
  b: "a",
  c: "b",
  d: "c",
  o: "lost",
  p: "o",
  q: "p",
} as const;
const log = Object.entries(LINKS).map(([code, via], i) => ({
  ...BLANK_EVENT,
  ...{
    id: code,
    code,
    via,
    person: code,
    channel: "x",
    kind: "share" as const,
    occurredAt: START + i * 60_000,
  },
}));
const campaign: LoggedCampaign = {
  ...{ id: 1, name: "One", spend: null, currency: null, audiencePlan: {}, log },
};
const read = readerOfLog([campaign]);
const ask = (address = "") => {
  const question = questionTo(campaign, address, START + HOUR);
  return { question, answer: ANSWERS.overview(read, question) };
};

it("counts an orphan as no seed, and what is below it as of no generation", () => {
  const { question, answer } = ask();
  const [row] = namedRows(sharesTable, answer, question);
  expect(row).toMatchObject({
    ...{ seeds: 1, generation_1: 1, generation_2: 1, generation_3_and_later: 2 },
    generation_unknown: 3,
  });
  expect(answer.now.figures).toMatchObject({ seeds: 1, shares: 8 });
});

it("filters by generation as it counts them", () => {
  const facets = ANSWERS.facets(read, ask().question).generation;
  expect(facets).toEqual([
    { value: "unknown", count: 3 },
    { value: "3", count: 2 },
    ...["0", "1", "2"].map((value) => ({ value, count: 1 })),
  ]);
  for (const { value, count } of facets ?? [])
    expect([value, ask(`where=generation:${value}`).answer.now.figures.shares]).toEqual([value, count]);
});
