import { afterEach, describe, expect, it, vi } from "vitest";
import { inputsReader } from "#db/inputs/inputs-reader.ts";
import { listReportCascades } from "#db/queries/reports/list-report-cascades.ts";
import { TEST_SECRETS } from "#db/vault/testing/test-vault.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { overviewAnswer } from "#lib/answers/overview/answer.ts";
import type { Question } from "#lib/answers/question.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { openLink } from "./testing/open-link.ts";
import { questionOf } from "./testing/question-of.ts";
import { START, serviceBench } from "./testing/service-bench.ts";

const bench = serviceBench();
afterEach(() => void vi.unstubAllEnvs());

describe("a question that crosses to the thread", () => {
  it("brings the answer that it has here", async () => {
    const { ask } = bench.serve();
    const question = questionOf(bench.fixture.scope, "where=channel:x");
    const answer = await ask(bench.fixture.scope, { kind: "campaign", name: "overview", question });
    expect(answer).toEqual(overviewAnswer(inputsReader(bench.fixture.scope), question));
  });

  it("brings the made-up names of a report, whose key the thread opens with the secrets of its process", async () => {
    vi.stubEnv("NEXTAUTH_SECRET", TEST_SECRETS.current);
    const { ask } = bench.serve();
    const link = openLink(bench.fixture.scope, { aliases: true });
    const answer = await ask(link, {
      kind: "report",
      name: "report-cascades",
      request: {},
      now: bench.fixture.now,
    });
    expect(answer).toEqual(listReportCascades(link, {}));
    expect((answer as ReturnType<typeof listReportCascades>).rows[0]?.person).toMatch(/^[2-9A-Z]{6}$/);
  });

  it("is refused as what is not there, and fails as itself", async () => {
    const { ask, shares } = bench.serve();
    const question = questionOf(bench.fixture.scope);
    const about = (more: Partial<Question>) =>
      ask(bench.fixture.scope, { kind: "campaign", name: "overview", question: { ...question, ...more } });
    await expect(about({ campaignId: 99 })).rejects.toBeInstanceOf(NotFoundError);
    const failed = about({ zone: "Nowhere/Else" });
    await expect(failed).rejects.toThrow("Nowhere/Else");
    await expect(failed).rejects.not.toBeInstanceOf(NotFoundError);
    expect(await shares()).toBe(2);
  });

  it("is nobody's who holds no scope", async () => {
    const { shares } = bench.serve();
    await expect(
      shares({ ...bench.fixture.stranger, workspaceId: 1 }, questionOf(bench.fixture.scope)),
    ).rejects.toThrow("not a scope");
  });

  it("is refused once the service has stopped", async () => {
    const { shares, service } = bench.serve();
    expect(await shares()).toBe(2);
    await service.stop();
    bench.addShare(1, "late");
    await expect(shares()).rejects.toThrow("stops");
  });
});

describe("all rows of a list", () => {
  it("are of the instant of the page that stands on screen", async () => {
    const { sharers, listed } = bench.serve(0);
    const [page, file] = [START + 90 * MINUTE, START + 95 * MINUTE];
    expect(await sharers(bench.until(page))).toEqual(["ann", "bob"]);
    bench.addShare(92, "s9");
    expect(await listed(bench.until(file))).toEqual(["ann", "bob"]);
    expect(await listed(bench.until(file, { search: "s9" }))).toEqual(["p-s9"]);
  });

  it("are as of now where the page would be, too", async () => {
    const { sharers, listed } = bench.serve();
    const [page, file] = [START + 90 * MINUTE, START + 95 * MINUTE];
    expect(await sharers(bench.until(page))).toEqual(["ann", "bob"]);
    bench.addShare(92, "s9");
    expect(await listed(bench.until(file, {}))).toEqual(["ann", "bob", "p-s9"]);
  });
});
