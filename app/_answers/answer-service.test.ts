import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { beginRetraction, retractImport } from "#db/import/retract-import.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { inputsReader } from "#db/inputs/inputs-reader.ts";
import { openDatabase } from "#db/open-database.ts";
import { editCampaign } from "#db/queries/campaigns/edit-campaign.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { sealScope } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { overviewAnswer } from "#lib/answers/overview/answer.ts";
import type { Question } from "#lib/answers/question.ts";
import type { AnswerOf, WorkspaceAnswerOf } from "#lib/answers/registry.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import { DAY, HOUR, MINUTE } from "#lib/time/lengths.ts";
import { createAnswerService } from "./answer-service.ts";
import type { Asked, TableLines } from "./asked.ts";
import { openLink } from "./testing/open-link.ts";
import { questionOf } from "./testing/question-of.ts";

const START = Date.UTC(2024, 0, 1);
const HEADER = "share_id,parent_id,time,actor,channel";
const LOG = `${HEADER}\ns1,,2024-01-01T00:00:00Z,ann,x\ns2,s1,2024-01-01T01:00:00Z,bob,x\n`;
const MORE = `${HEADER}\ns3,s1,2024-01-01T01:30:00Z,cid,x\n`;

let fixture: ImportFixture;
beforeEach(async () => {
  fixture = new ImportFixture();
  await fixture.run(fixture.write("log.csv", LOG));
});
afterEach(() => fixture.close());

/** A service with threads of its own. @param slowMs 0: every answer stands, whatever is written */
function serve(slowMs?: number) {
  const looking = openDatabase(fixture.databasePath);
  const { databasePath } = fixture;
  const service = createAnswerService(looking, { databasePath }, slowMs === undefined ? {} : { slowMs });
  onTestFinished(async () => {
    await service.stop();
    looking.$client.close();
  });
  const ask = (scope: Scope<"campaigns.read"> | ReportScope, asked: Asked) =>
    service.answer(sealScope(scope, service.key), asked);
  const shares = async (scope = fixture.scope, question = questionOf(scope)) => {
    const answer = await ask(scope, { kind: "campaign", name: "overview", question });
    return (answer as AnswerOf<"overview">).now.figures.shares;
  };
  const sharers = async (question: Question) => {
    const answer = await ask(fixture.scope, { kind: "campaign", name: "sharers", question });
    return (answer as AnswerOf<"sharers">).rows.map(({ person }) => person).toSorted();
  };
  const listed = async (question: Question) => {
    const answer = await ask(fixture.scope, { kind: "table", table: "sharers", question });
    const text = Buffer.concat((answer as TableLines).pieces).toString();
    return text
      .split("\r\n")
      .flatMap((line) => line.split(",")[0] || [])
      .toSorted();
  };
  return { service, ask, shares, sharers, listed };
}

const until = (asOf: number, more: Question["options"] = {}): Question => {
  const question = questionOf(fixture.scope);
  return { ...question, asOf, wholeAsOf: asOf, options: more };
};

/** Somebody's share, so many minutes after the first one of the log. */
const addShare = (minutes: number, code: string, scope = fixture.scope) =>
  addEvents(scope, 1, [
    { id: code, kind: "share", person: `p-${code}`, code, via: "s1", occurredAt: START + minutes * MINUTE },
  ]);

describe("a question that crosses to the thread", () => {
  it("brings the answer that it has here", async () => {
    const { ask } = serve();
    const question = questionOf(fixture.scope, "where=channel:x");
    const answer = await ask(fixture.scope, { kind: "campaign", name: "overview", question });
    expect(answer).toEqual(overviewAnswer(inputsReader(fixture.scope), question));
  });

  it("is refused as what is not there, and fails as itself", async () => {
    const { ask, shares } = serve();
    const question = questionOf(fixture.scope);
    const about = (more: Partial<Question>) =>
      ask(fixture.scope, { kind: "campaign", name: "overview", question: { ...question, ...more } });
    await expect(about({ campaignId: 99 })).rejects.toBeInstanceOf(NotFoundError);
    const failed = about({ zone: "Nowhere/Else" });
    await expect(failed).rejects.toThrow("Nowhere/Else");
    await expect(failed).rejects.not.toBeInstanceOf(NotFoundError);
    expect(await shares()).toBe(2);
  });

  it("is nobody's who holds no scope", async () => {
    const { shares } = serve();
    await expect(shares({ ...fixture.stranger, workspaceId: 1 }, questionOf(fixture.scope))).rejects.toThrow(
      "not a scope",
    );
  });

  it("is refused once the service has stopped", async () => {
    const { shares, service } = serve();
    expect(await shares()).toBe(2);
    await service.stop();
    addShare(1, "late");
    await expect(shares()).rejects.toThrow("stops");
  });
});

describe("what is kept", () => {
  it("is quick: it holds what was written since", async () => {
    const { shares } = serve();
    expect(await shares()).toBe(2);
    addShare(1, "s9");
    expect(await shares()).toBe(3);
  });

  it("is slow: it stands though events have come, and not once an import is undone", async () => {
    const { shares } = serve(0);
    const question = questionOf(fixture.scope);
    await fixture.run(fixture.write("more.csv", MORE));
    expect(await shares(fixture.scope, question)).toBe(3);
    for (const code of ["s8", "s9"]) addShare(3, code);
    expect(await shares(fixture.scope, question)).toBe(3);
    beginRetraction(fixture.scope, 2, { status: "undone" });
    await retractImport(fixture.scope, 2, { now: () => fixture.now });
    expect(await shares(fixture.scope, question)).toBe(4);
  });

  it("is slow: it is worked out anew when the campaign's form is filled in anew", async () => {
    const { ask } = serve(0);
    const empty = { description: "", startsOn: "", endsOn: "", audience: "", goal: "" };
    const price = async () => {
      const question = questionOf(fixture.scope);
      const answer = await ask(fixture.scope, { kind: "campaign", name: "money", question });
      return (answer as AnswerOf<"money">).currency;
    };
    for (const currency of ["SAR", "USD"]) {
      const input = CampaignInput.parse({ ...empty, name: "Launch", tool: "video", spend: "9", currency });
      editCampaign(fixture.scope, { campaignId: 1, input });
      expect(await price()).toBe(currency);
    }
  });

  it("is one workspace's, one campaign's, one question's and one answer's", async () => {
    const { shares, ask } = serve(0);
    addShare(1, "theirs", fixture.stranger);
    const question = questionOf(fixture.scope);
    expect(await shares()).toBe(2);
    expect(await shares(fixture.stranger, question)).toBe(1);
    expect(await shares(fixture.scope, questionOf(fixture.scope, "where=channel:y"))).toBe(0);
    const of = (more: Partial<Question>) =>
      ask(fixture.scope, { kind: "campaign", name: "sharers", question: { ...question, ...more } });
    expect(await of({})).toMatchObject({ found: 2 });
    expect(await of({ options: { search: "ann" } })).toMatchObject({ found: 1 });
    await expect(of({ campaignId: 2 })).rejects.toBeInstanceOf(NotFoundError);
  });

  it("is of the horizon, the zone and the campaigns that are asked about", async () => {
    const { ask } = serve(0);
    const question = questionOf(fixture.scope);
    const of = (name: "viral-coefficient" | "overview", more: Partial<Question>) =>
      ask(fixture.scope, { kind: "campaign", name, question: { ...question, ...more } });
    for (const horizon of [7 * DAY, 14 * DAY])
      expect(await of("viral-coefficient", { horizon })).toMatchObject({ horizon });
    const clocks = [];
    for (const zone of ["Africa/Khartoum", "UTC"]) {
      const { now } = (await of("overview", { zone })) as AnswerOf<"overview">;
      clocks.push(now.steps[0]?.clock);
    }
    expect(clocks).toEqual([START + 2 * HOUR, START]);
    const ks = async (scope: Scope<"campaigns.read">, campaignIds: readonly number[]) => {
      const about = { asOf: question.asOf, horizon: 7 * DAY, campaignIds };
      const answer = await ask(scope, { kind: "workspace", name: "campaign-ks", question: about });
      return (answer as WorkspaceAnswerOf<"campaign-ks">).map(({ k }) => k.value);
    };
    expect(await ks(fixture.scope, [1])).toEqual([0]);
    expect(await ks(fixture.stranger, [1])).toEqual([null]);
    expect(await ks(fixture.scope, [1, 2])).toEqual([0, null]);
  });

  it("is one of a whole campaign for what no filter narrows", async () => {
    const { ask } = serve(0);
    const facets = (address: string) =>
      ask(fixture.scope, { kind: "campaign", name: "facets", question: questionOf(fixture.scope, address) });
    const first = await facets("");
    addShare(1, "s9");
    expect(await facets("where=channel:y&period=7d")).toBe(first);
  });

  it("is of a link as its owner left it", async () => {
    const { ask } = serve(0);
    const read = async (scope: ReportScope, request = {}) => {
      const asked = { kind: "report", name: "report-overview", request, now: fixture.now } as const;
      return ((await ask(scope, asked)) as AnswerOf<"report-overview">).shares;
    };
    const scope = openLink(fixture.scope);
    expect(await read(scope)).toBe(2);
    expect(await read(scope, { fromDay: "2024-01-02" })).toBe(0);
    const dates = { dateMode: "fixed", fromDay: "2024-02-01", toDay: "2024-02-02" } as const;
    expect(await read(openLink(fixture.scope, dates))).toBe(0);
    await expect(read(openLink(fixture.scope, { sections: ["funnel"] }))).rejects.toThrow(NotFoundError);
  });
});

describe("all rows of a list", () => {
  it("are of the instant of the page that stands on screen", async () => {
    const { sharers, listed } = serve(0);
    const [page, file] = [START + 90 * MINUTE, START + 95 * MINUTE];
    expect(await sharers(until(page))).toEqual(["ann", "bob"]);
    addShare(92, "s9");
    expect(await listed(until(file))).toEqual(["ann", "bob"]);
    expect(await listed(until(file, { search: "s9" }))).toEqual(["p-s9"]);
  });

  it("are as of now where the page would be, too", async () => {
    const { sharers, listed } = serve();
    const [page, file] = [START + 90 * MINUTE, START + 95 * MINUTE];
    expect(await sharers(until(page))).toEqual(["ann", "bob"]);
    addShare(92, "s9");
    expect(await listed(until(file, {}))).toEqual(["ann", "bob", "p-s9"]);
  });
});
