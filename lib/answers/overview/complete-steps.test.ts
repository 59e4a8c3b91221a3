import { describe, expect, it } from "vitest";
import { ANSWERS } from "#lib/answers/registry.ts";
import { namedRows } from "#lib/answers/table.ts";
import { questionTo } from "#lib/answers/testing/question-to.ts";
import { readerOfLog } from "#lib/answers/testing/reader-of-log.ts";
import { NOW, simulatedCampaigns } from "#lib/answers/testing/simulated-campaigns.ts";
import { DAY, HOUR } from "#lib/time/lengths.ts";
import { sharesTable } from "./table.ts";

const { own } = simulatedCampaigns();

function ask(reportDelay: number, address = "") {
  const read = readerOfLog([{ ...own, reportDelay }]);
  const question = questionTo(own, address, NOW);
  const overview = ANSWERS.overview(read, question);
  const { numbers } = ANSWERS.numbers(read, question);
  return {
    overview,
    rows: namedRows(sharesTable, overview, question),
    number: (id: string) => numbers.find((one) => one.id === id)?.estimate,
    rt: ANSWERS["viral-coefficient"](read, question).rt,
  };
}

describe("reports that come late", () => {
  it("leave all steps complete where they are none", () => {
    const { overview, rows } = ask(0, "period=7d");
    expect(overview.now.completeSteps).toBe(overview.now.steps.length);
    expect(new Set(rows.map(({ complete }) => complete))).toEqual(new Set([1]));
  });

  it("make the last steps incomplete: those whose middle is younger than the delay", () => {
    const { overview, rows } = ask(36 * HOUR, "period=7d");
    const { steps, completeSteps } = overview.now;
    const until = NOW - 36 * HOUR;
    steps.forEach(({ from }, i) => {
      const to = Math.min(steps[i + 1]?.from ?? NOW, NOW);
      expect([i, i < completeSteps]).toEqual([i, (from + to) / 2 <= until]);
      expect(rows[i]?.complete).toBe(i < completeSteps ? 1 : 0);
    });
    expect(completeSteps).toBeLessThan(steps.length);
    expect(completeSteps).toBeGreaterThan(0);
  });

  it("are left out of growth and of R now, and of nothing else", () => {
    const [prompt, late] = [ask(0), ask(2 * DAY)];
    for (const id of ["growthRate", "rt"]) expect([id, late.number(id)]).not.toEqual([id, prompt.number(id)]);
    for (const id of ["k", "k0", "size", "kTrend"]) expect(late.number(id)).toEqual(prompt.number(id));
    expect(prompt.rt.at(-1)?.to).toBe(NOW);
    expect(late.rt.findLast(({ isComplete }) => isComplete)?.to).toBe(NOW - 2 * DAY);
    expect(late.overview.now.figures).toEqual(prompt.overview.now.figures);
  });

  it("leave the windows of R grey that end later, held against nothing", () => {
    const windows = (reportDelay: number) => {
      const { rt } = ask(reportDelay);
      return { rt, waiting: rt.filter(({ isComplete }) => !isComplete) };
    };
    expect(windows(0).waiting).toEqual([]);
    const { rt, waiting } = windows(2 * DAY);
    expect(waiting.length).toBeGreaterThan(5);
    expect(waiting).toEqual(rt.filter(({ to }) => to > NOW - 2 * DAY));
    expect(waiting.at(-1)?.to).toBe(NOW);
    for (const { isGrey, aboveOne } of waiting) expect([isGrey, aboveOne]).toEqual([true, null]);
    const number = (of: readonly { to: number }[]) => of.map(({ to }) => to);
    expect(number(rt)).toEqual(number(rt).toSorted((a, b) => a - b));
  });

  it("make no period that is over incomplete", () => {
    const { overview } = ask(2 * DAY, "period=2026-03-05..2026-03-10");
    expect(overview.now.completeSteps).toBe(overview.now.steps.length);
  });
});
