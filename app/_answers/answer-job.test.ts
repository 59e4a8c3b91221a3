import { describe, expect, test } from "vitest";
import { inputsReader } from "#db/inputs/inputs-reader.ts";
import { CANARY, CANARY_COUNT } from "#db/queries/testing/canary.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { openIngestScope, sealScope } from "#db/scope.ts";
import { REPORT_SECTIONS, type ReportLinkInput, type ReportSection } from "#lib/access/report-link.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { overviewAnswer } from "#lib/answers/overview/answer.ts";
import {
  ANSWERS,
  type AnswerName,
  WORKSPACE_ANSWERS,
  type WorkspaceAnswerName,
} from "#lib/answers/registry.ts";
import { DAY } from "#lib/time/lengths.ts";
import { answerJob } from "./answer-job.ts";
import type { Asked } from "./asked.ts";
import { READS, REPORT_READS, type ReadName } from "./reads.ts";
import { openLink } from "./testing/open-link.ts";
import { questionOf } from "./testing/question-of.ts";

const KEY = new Uint8Array(32).fill(7);
const NOW = 30 * DAY;
const NOT_FOUND = { kind: "not-found" };
type Name = AnswerName | ReadName;

/** What members may ask of a campaign, what is for reports alone, and what no registry names itself. */
const MEMBER_NAMES = [...Object.keys(ANSWERS), ...Object.keys(READS)];
const REPORT_NAMES = Object.keys(REPORT_READS);
const WORKSPACE_NAMES = Object.keys(WORKSPACE_ANSWERS);
const STRANGE_NAMES: readonly string[] = ["", "constructor", "toString", "__proto__", "null"];
/** What each section shows, written out a second time. */
const SHOWN: Readonly<Record<ReportSection, readonly string[]>> = {
  overview: ["report-overview", "report-orphans"],
  shares: ["report-overview"],
  notes: [],
  channels: ["channels"],
  funnel: ["funnel"],
  cascades: ["report-orphans", "report-cascades"],
};

const asMember = (scope: Scope<"campaigns.read">, name: string, address = "person=p0"): Asked => {
  return { kind: "campaign", name: name as Name, question: questionOf(scope, address) };
};
const asReader = (name: string, request: { fromDay?: string; toDay?: string } = {}): Asked => {
  return { kind: "report", name: name as Name, request, now: NOW };
};
const asTeam = (name: string): Asked => {
  const question = { asOf: NOW, horizon: DAY, campaignIds: [1] };
  return { kind: "workspace", name: name as WorkspaceAnswerName, question };
};

function plant() {
  const tenants = plantTenants();
  const { db, owner } = tenants;
  const answer = (scope: Scope | ReportScope, asked: Asked, key = KEY) =>
    answerJob(db, key, { id: 1, scope: sealScope(scope, KEY), asked });
  const link = (more?: Partial<ReportLinkInput>) => openLink(owner, more);
  return { ...tenants, answer, link };
}

describe("a member", () => {
  test.each(MEMBER_NAMES)("is answered %s, of their own workspace alone", (name) => {
    const { answer, owner, namesake } = plant();
    const own = answer(namesake, asMember(namesake, name));
    expect(own).toMatchObject({ id: 1, result: expect.anything(), took: expect.any(Number) });
    // How long it took may be 37 milliseconds, which is no secret.
    expect(JSON.stringify({ ...own, took: 0 })).not.toMatch(CANARY);
    expect(answer(owner, asMember(owner, name))).not.toEqual(own);
  });

  test.each(WORKSPACE_NAMES)("is answered %s of the whole workspace, and no other", (name) => {
    const { answer, owner, namesake } = plant();
    expect(JSON.stringify(answer(namesake, asTeam(name)))).not.toMatch(CANARY);
    expect(answer(owner, asTeam(name))).toMatchObject({ result: expect.any(Object) });
  });

  test("has the very answer to the question", () => {
    const { answer, owner } = plant();
    const question = questionOf(owner, "where=channel:canary-channel");
    expect(answer(owner, { kind: "campaign", name: "overview", question })).toMatchObject({
      result: overviewAnswer(inputsReader(owner), question),
    });
  });

  test.each([...REPORT_NAMES, ...STRANGE_NAMES])("has no answer by the name '%s'", (name) => {
    const { answer, owner } = plant();
    expect(answer(owner, asMember(owner, name))).toMatchObject(NOT_FOUND);
    expect(answer(owner, asTeam(name as WorkspaceAnswerName))).toMatchObject(NOT_FOUND);
  });

  test("has no answer about a campaign that is not the workspace's, and asks no report", () => {
    const { answer, owner, bare } = plant();
    const question = questionOf(owner);
    expect(answer(bare, { kind: "campaign", name: "overview", question })).toMatchObject(NOT_FOUND);
    const other = { ...question, campaignId: 99 };
    expect(answer(owner, { kind: "campaign", name: "overview", question: other })).toMatchObject(NOT_FOUND);
    for (const name of ["report-overview", ...REPORT_NAMES] as const)
      expect(answer(owner, asReader(name))).toMatchObject(NOT_FOUND);
  });

  test("is told what went wrong otherwise", () => {
    const { answer, owner } = plant();
    const question = { ...questionOf(owner), zone: "Nowhere/Else" };
    expect(answer(owner, { kind: "campaign", name: "overview", question })).toEqual({
      id: 1,
      kind: "failed",
      error: expect.stringContaining("Nowhere/Else"),
    });
  });
});

describe("a scope", () => {
  test("of another key, of another text or cut short opens nothing; the one that was sealed does", () => {
    const { db, owner, answer } = plant();
    const asked = asMember(owner, "overview");
    const sealed = sealScope(owner, KEY);
    const job = (scope: typeof sealed, key = KEY) => answerJob(db, key, { id: 1, scope, asked });
    expect(job(sealed)).toHaveProperty("result");
    expect(answer(owner, asked, new Uint8Array(32).fill(8))).toMatchObject(NOT_FOUND);
    const text = sealed.text.replace(`"workspaceId":${owner.workspaceId}`, '"workspaceId":3');
    expect(text).not.toBe(sealed.text);
    const forged = [
      { ...sealed, text },
      { ...sealed, text: `${sealed.text} ` },
      { ...sealed, seal: sealed.seal.map((byte, i) => (i === 0 ? byte ^ 1 : byte)) },
      { ...sealed, seal: sealed.seal.slice(0, -1) },
      { ...sealed, seal: new Uint8Array() },
      { text: "", seal: new Uint8Array() },
    ];
    for (const scope of forged) expect(job(scope)).toMatchObject(NOT_FOUND);
  });

  test("that grants something else opens nothing", () => {
    const { db, owner, answer } = plant();
    const collecting = openIngestScope(db, { publicKey: "ipk_canary" });
    for (const asked of [asMember(owner, "overview"), asReader("funnel"), asTeam("tools")])
      expect(answer(collecting, asked)).toMatchObject(NOT_FOUND);
  });
});

describe("whoever holds a report link", () => {
  test.each(REPORT_SECTIONS)("is answered what %s shows, and nothing else", (section) => {
    const { answer, link, owner } = plant();
    const scope = link({ sections: [section] });
    const answered = (asked: (name: string) => Asked, names: readonly string[]) =>
      names.filter((name) => "result" in answer(scope, asked(name)));
    const all = [...MEMBER_NAMES, ...REPORT_NAMES, ...STRANGE_NAMES];
    expect(answered(asReader, all)).toEqual(SHOWN[section]);
    for (const name of all) expect(answer(scope, asMember(owner, name)), name).toMatchObject(NOT_FOUND);
    for (const name of WORKSPACE_NAMES) expect(answer(scope, asTeam(name))).toMatchObject(NOT_FOUND);
    // Every refusal is the same: none tells that there is such an answer.
    for (const name of all.filter((other) => !SHOWN[section].includes(other)))
      expect(answer(scope, asReader(name)), name).toMatchObject(NOT_FOUND);
  });

  test.each(["report-overview", "channels", "funnel", "report-cascades"] as const)(
    "has %s of the link's days and of no other",
    (name) => {
      const { answer, link } = plant();
      const scope = link({ dateMode: "bounded", fromDay: "1970-01-01", toDay: "1970-01-05" });
      const ask = (request: { fromDay?: string; toDay?: string }) => answer(scope, asReader(name, request));
      const early = ask({ fromDay: "1970-01-01", toDay: "1970-01-01" });
      expect(ask({})).toMatchObject({ result: expect.anything() });
      expect(ask({ fromDay: "1970-01-02" })).not.toMatchObject({ result: Object(early).result });
      for (const wide of [{ fromDay: "1969-12-31" }, { toDay: "1970-01-06" }, { fromDay: "x" }])
        expect(ask(wide)).toMatchObject(NOT_FOUND);
    },
  );

  test("has answers about all days of the link's campaign, whichever the question names", () => {
    const { answer, link, owner } = plant();
    const asked = { ...asReader("report-overview"), question: { ...questionOf(owner), campaignId: 2 } };
    const result = { shares: CANARY_COUNT + 1, seeds: CANARY_COUNT, people: CANARY_COUNT + 2 };
    expect(answer(link(), asked)).toMatchObject({ result });
  });

  test("has under aliases neither codes nor names of cascades", () => {
    const { answer, link } = plant();
    const plain = JSON.stringify(answer(link(), asReader("report-cascades")));
    expect(plain).toMatch(/canary-code/);
    expect(plain).toMatch(/canary-person/);
    const aliased = JSON.stringify(answer(link({ aliases: true }), asReader("report-cascades")));
    expect(aliased).not.toMatch(/canary-(code|person)|common-|"p\d/);
    expect(aliased).toMatch(/"root":null/);
  });
});
