import { describe, expect, it } from "vitest";
import { HOUR } from "#lib/time/lengths.ts";
import type { Options, Question } from "./question.ts";
import { ANSWERS } from "./registry.ts";
import type { Row, Table } from "./table.ts";
import { TABLES } from "./tables.ts";
import { questionTo } from "./testing/question-to.ts";
import { readerOfLog } from "./testing/reader-of-log.ts";
import { NOW, START, simulatedCampaigns } from "./testing/simulated-campaigns.ts";

const { own, past, blank } = simulatedCampaigns();
/** The same as the own one, its variants compared on a day that was set beforehand. */
const planned = {
  ...own,
  id: 4,
  name: "Planned",
  experiment: { judgedOn: "2026-03-19", split: { A: 1, B: 1 } },
};
const READ = readerOfLog([own, past, blank, planned]);
/** Somebody who shared after a visit, and whom two links reached. */
const SOMEBODY = own.log.find(
  ({ kind, via, person }) => kind === "share" && via !== null && linksThatReached(person).size > 1,
)?.person;

/** What is asked, from much that is known to nothing. */
const QUESTIONS: readonly (readonly [string, Question])[] = [
  ["all there is", questionTo(own, `person=${SOMEBODY}`, NOW)],
  ["a week beside the one before", questionTo(own, `period=7d&vs=previous&by=day&person=${SOMEBODY}`, NOW)],
  ["a campaign beside another", questionTo(own, "vs=campaign-2&a=campaign-1&b=campaign-2", NOW)],
  ["variants on the day set", questionTo(planned, "", NOW)],
  ["shares that there are none of", questionTo(own, "where=channel:nowhere", NOW)],
  ["the first hours", questionTo(own, "period=today&horizon=30d", START + 12 * HOUR)],
  ["days to come", questionTo(own, "period=2027-01-01..2027-01-31&vs=year&person=nobody", NOW)],
  ["an instant of nothing", { ...questionTo(own, "", NOW), from: START, to: START }],
  ["nothing at all", questionTo(blank, "vs=previous", NOW)],
];

/** The tables of answers; records are as they were stored. */
const ANSWERED = [...TABLES].flatMap(([name, registered]) => {
  if (!("answer" in registered)) return [];
  const { answer, table } = registered;
  const rowsFor = (question: Question): Row[] =>
    rowsOf(table, answerTo(answer, question, table.options), question);
  return [[name, table.columns, rowsFor] as const];
});

/** Answers are worked out once, for all tables of theirs. */
const known = new Map<string, unknown>();
function answerTo(name: keyof typeof ANSWERS, question: Question, options: Options = {}): unknown {
  const asked = { ...question, options: { ...question.options, ...options } };
  const key = JSON.stringify([name, asked]);
  if (!known.has(key)) known.set(key, ANSWERS[name](READ, asked));
  return known.get(key);
}

function linksThatReached(person: string): Set<string | null> {
  return new Set(
    own.log.flatMap((event) => (event.kind === "visit" && event.person === person ? [event.via] : [])),
  );
}

function rowsOf<A>(table: Table<A>, answer: unknown, question: Question): Row[] {
  // The registry pairs a table with its answer; a list of them all cannot say so.
  return [...table.rows(answer as A, question)];
}

describe("every table of the registry", () => {
  it.each(ANSWERED)(
    "%s has a cell for every column, each with something or with nothing",
    (_, columns, rowsFor) => {
      const width = Object.keys(columns).length;
      for (const [asked, question] of QUESTIONS)
        for (const row of rowsFor(question)) {
          expect(row, asked).toHaveLength(width);
          for (const cell of row) expect(isCell(cell), `${asked}: ${JSON.stringify(row)}`).toBe(true);
        }
    },
  );

  it.each(ANSWERED.filter(([, columns]) => Object.keys(columns).some((key) => key.endsWith("_note"))))(
    "%s says why where an estimate has no value, and never 0 instead",
    (_, columns, rowsFor) => {
      const keys = Object.keys(columns);
      for (const note of keys.filter((key) => key.endsWith("_note"))) {
        const place = keys.indexOf(note);
        expect(keys.slice(place - 3, place + 2)).toEqual(estimateKeys(note.slice(0, -"_note".length)));
        for (const [asked, question] of QUESTIONS)
          for (const row of rowsFor(question)) {
            const [value, low, high, why, within] = row.slice(place - 3, place + 2);
            const said = `${asked}: ${JSON.stringify(row)}`;
            if (value === null) expect(within, said).toBeNull();
            if (why === "empty" || why === "too-few" || why === "censored" || why === "too-early")
              expect(value, said).toBeNull();
            if (low !== null && high !== null && high !== "infinity")
              expect(Number(low), said).toBeLessThanOrEqual(Number(high));
          }
      }
    },
  );

  it.each(ANSWERED)(
    "%s has keys in English that a program can read, each with a meaning",
    (name, columns) => {
      expect(name).toMatch(/^[a-z]+(-[a-zA-Z]+)*$/);
      for (const [key, meaning] of Object.entries(columns)) {
        expect(key).toMatch(/^[a-z][a-zA-Z0-9]*(_[a-z0-9]+)*$/);
        expect(meaning.trim()).not.toBe("");
      }
    },
  );

  it.each(ANSWERED.filter(([name]) => !/^audience-(?!country|device)/.test(name)))(
    "%s has rows of a campaign that spreads",
    (_, __, rowsFor) => {
      expect(QUESTIONS.some(([, question]) => rowsFor(question).length > 0)).toBe(true);
    },
  );
});

it.each(Object.keys(ANSWERS) as (keyof typeof ANSWERS)[])(
  "the answer %s holds nothing that is no number",
  (name) => {
    for (const [asked, question] of QUESTIONS)
      expect(placesOfNaN(answerTo(name, question)), asked).toEqual([]);
  },
);

it("knows of each estimate both that it is known and that it is not", () => {
  const seen = new Map<string, Set<string>>();
  for (const [name, columns, rowsFor] of ANSWERED)
    for (const [, question] of QUESTIONS)
      for (const row of rowsFor(question))
        Object.keys(columns).forEach((key, place) => {
          if (!key.endsWith("_note")) return;
          const known = seen.get(`${name} ${key}`) ?? new Set();
          seen.set(`${name} ${key}`, known.add(row[place - 3] === null ? "unknown" : "known"));
        });
  const both = [...seen].filter(([, known]) => known.size === 2).map(([name]) => name);
  const often = [
    "overview value",
    "channels cost_per_person",
    "channels cycle_time_ms",
    "value-sender value",
    "numbers value",
  ];
  expect(both).toEqual(expect.arrayContaining(often.map((key) => `${key}_note`)));
  expect(both.length).toBeGreaterThan(seen.size / 2);
});

it("has tables of all answers that show something", () => {
  const shown = new Set([...TABLES.values()].flatMap((of) => ("answer" in of ? [of.answer] : [])));
  const hidden = Object.keys(ANSWERS).filter((name) => ![...shown].some((other) => other === name));
  // Sums beside a page's head, menus, marks for filters; a report has its own tables.
  expect(hidden).toEqual(["shape", "orphans", "marked-codes", "facets", "report-overview", "report-orphans"]);
});

function estimateKeys(key: string): string[] {
  return [key, `${key}_low_95`, `${key}_high_95`, `${key}_note`, `${key}_within_ms`];
}

/** Where in an answer a number is none. */
function placesOfNaN(part: unknown, place = "answer"): string[] {
  if (typeof part === "number") return Number.isNaN(part) ? [place] : [];
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => placesOfNaN(value, `${place}.${key}`));
}

function isCell(cell: unknown): boolean {
  if (cell === null) return true;
  if (typeof cell === "number") return Number.isFinite(cell);
  return typeof cell === "string" && !/NaN|undefined|Invalid|null/.test(cell);
}
