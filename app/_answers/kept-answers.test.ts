import { describe, expect, it } from "vitest";
import { beginRetraction, retractImport } from "#db/import/retract-import.ts";
import { editCampaign } from "#db/queries/campaigns/edit-campaign.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Question } from "#lib/answers/question.ts";
import type { AnswerOf, WorkspaceAnswerOf } from "#lib/answers/registry.ts";
import { CampaignInput } from "#lib/domain/campaign.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { openLink } from "./testing/open-link.ts";
import { questionOf } from "./testing/question-of.ts";
import { HEADER, START, serviceBench } from "./testing/service-bench.ts";

const MORE = `${HEADER}\ns3,s1,2024-01-01T01:30:00Z,cid,x\n`;

const bench = serviceBench();

describe("what is kept", () => {
  it("is quick: it holds what was written since", async () => {
    const { shares } = bench.serve();
    expect(await shares()).toBe(2);
    bench.addShare(1, "s9");
    expect(await shares()).toBe(3);
  });

  it("is slow: it stands though events have come, and not once an import is undone", async () => {
    const { shares } = bench.serve(0);
    const question = questionOf(bench.fixture.scope);
    await bench.fixture.run(bench.fixture.write("more.csv", MORE));
    expect(await shares(bench.fixture.scope, question)).toBe(3);
    for (const code of ["s8", "s9"]) bench.addShare(3, code);
    expect(await shares(bench.fixture.scope, question)).toBe(3);
    beginRetraction(bench.fixture.scope, 2, { status: "undone" });
    await retractImport(bench.fixture.scope, 2, { now: () => bench.fixture.now });
    expect(await shares(bench.fixture.scope, question)).toBe(4);
  });

  it("is slow: it is worked out anew when the campaign's form is filled in anew", async () => {
    const { ask } = bench.serve(0);
    const empty = { description: "", startsOn: "", endsOn: "", audience: "", goal: "" };
    const price = async () => {
      const question = questionOf(bench.fixture.scope);
      const answer = await ask(bench.fixture.scope, { kind: "campaign", name: "money", question });
      return (answer as AnswerOf<"money">).currency;
    };
    for (const currency of ["SAR", "USD"]) {
      const input = CampaignInput.parse({ ...empty, name: "Launch", tool: "video", spend: "9", currency });
      editCampaign(bench.fixture.scope, { campaignId: 1, input });
      expect(await price()).toBe(currency);
    }
  });

  it("is one workspace's, one campaign's, one question's and one answer's", async () => {
    const { shares, ask } = bench.serve(0);
    bench.addShare(1, "theirs", bench.fixture.stranger);
    const question = questionOf(bench.fixture.scope);
    expect(await shares()).toBe(2);
    expect(await shares(bench.fixture.stranger, question)).toBe(1);
    expect(await shares(bench.fixture.scope, questionOf(bench.fixture.scope, "where=channel:y"))).toBe(0);
    const of = (more: Partial<Question>) =>
      ask(bench.fixture.scope, { kind: "campaign", name: "sharers", question: { ...question, ...more } });
    expect(await of({})).toMatchObject({ found: 2 });
    expect(await of({ options: { search: "ann" } })).toMatchObject({ found: 1 });
    await expect(of({ campaignId: 2 })).rejects.toBeInstanceOf(NotFoundError);
  });

  it("is of the horizon, the zone and the campaigns that are asked about", async () => {
    const { ask } = bench.serve(0);
    const question = questionOf(bench.fixture.scope);
    const of = (name: "viral-coefficient" | "overview", more: Partial<Question>) =>
      ask(bench.fixture.scope, { kind: "campaign", name, question: { ...question, ...more } });
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
    expect(await ks(bench.fixture.scope, [1])).toEqual([0]);
    expect(await ks(bench.fixture.stranger, [1])).toEqual([null]);
    expect(await ks(bench.fixture.scope, [1, 2])).toEqual([0, null]);
  });

  it("is one of a whole campaign for what no filter narrows", async () => {
    const { ask } = bench.serve(0);
    const facets = (address: string) =>
      ask(bench.fixture.scope, {
        kind: "campaign",
        name: "facets",
        question: questionOf(bench.fixture.scope, address),
      });
    const first = await facets("");
    bench.addShare(1, "s9");
    expect(await facets("where=channel:y&period=7d")).toBe(first);
  });

  it("is of a link as its owner left it", async () => {
    const { ask } = bench.serve(0);
    const read = async (scope: ReportScope, request = {}) => {
      const asked = { kind: "report", name: "report-overview", request, now: bench.fixture.now } as const;
      return ((await ask(scope, asked)) as AnswerOf<"report-overview">).shares;
    };
    const scope = openLink(bench.fixture.scope);
    expect(await read(scope)).toBe(2);
    expect(await read(scope, { fromDay: "2024-01-02" })).toBe(0);
    const dates = { dateMode: "fixed", fromDay: "2024-02-01", toDay: "2024-02-02" } as const;
    expect(await read(openLink(bench.fixture.scope, dates))).toBe(0);
    await expect(read(openLink(bench.fixture.scope, { sections: ["funnel"] }))).rejects.toThrow(
      NotFoundError,
    );
  });
});
