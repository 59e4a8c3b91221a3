import { expect, it } from "vitest";
import { ANSWERS } from "#lib/answers/registry.ts";
import { namedRows } from "#lib/answers/table.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import { isoInZone } from "#lib/time/zone-clock.ts";
import { personAssistsTable, personEventsTable, personSharesTable } from "./table.ts";

const { own } = simulatedCampaigns();
const READ = readerOfLog([own]);
const iso = (at: number) => isoInZone(at, "Asia/Riyadh");
const personNamed = (person: string) => {
  const question = questionTo(own, `person=${person}`, NOW);
  return { question, answer: ANSWERS.person(READ, question) };
};

it("has every share of a person with the way up from it", () => {
  const codes = new Set(own.log.map(({ code }) => code));
  const brought = own.log.findLast(({ kind, via }) => kind === "share" && via !== null && codes.has(via));
  const { question, answer } = personNamed(brought?.person ?? "");
  const rows = namedRows(personSharesTable, answer, question);
  expect(rows).toEqual(
    answer?.shares.map((share) => ({
      code: share.code,
      root: share.root,
      channel: share.channel,
      at: iso(share.at),
      generation: share.depth,
      children: share.children,
      descendants: share.descendants,
      via: share.via,
      evidence: share.evidence,
      chain: share.above.map(({ person }) => person).join(" < "),
    })),
  );
  expect(rows.some(({ chain }) => chain !== "")).toBe(true);
});

it("has the links that reached somebody later, and all that they did", () => {
  const reached = own.log.filter(({ kind }) => kind === "visit").map(({ person }) => person);
  const twice = reached.find((person, i) => reached.indexOf(person) !== i) ?? "";
  const { question, answer } = personNamed(twice);
  if (answer === null) throw new Error("nobody");
  expect(namedRows(personAssistsTable, answer, question)).toEqual(
    answer.assists.map(({ via, person, visits, first }) => ({ via, person, visits, first_at: iso(first) })),
  );
  expect(namedRows(personEventsTable, answer, question)).toEqual(
    answer.events.map(({ at, kind, ...event }) => ({ at: iso(at), event: kind, ...event })),
  );
  expect(answer.events.length).toBeGreaterThan(1);
});

it("has no row of somebody whom the campaign never saw", () => {
  const { question, answer } = personNamed("nobody");
  for (const table of [personSharesTable, personAssistsTable, personEventsTable])
    expect(namedRows(table, answer, question)).toEqual([]);
});
