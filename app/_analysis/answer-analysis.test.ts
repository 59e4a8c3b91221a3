import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerAnalysis } from "#app/_analysis/answer-analysis.ts";
import { migrate } from "#db/migrate.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { workspaces } from "#db/schema/workspaces.ts";

let folder: string;
let db: IntisharDatabase;
let writer: IntisharDatabase;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "intishar-answer-"));
  const path = join(folder, "intishar.db");
  migrate(path);
  db = openDatabase(path);
  writer = openDatabase(path);
  writer.insert(workspaces).values({ id: 1, slug: "acme", name: "Acme", zone: "UTC", createdAt: 0 }).run();
});

afterEach(() => {
  db.$client.close();
  writer.$client.close();
  rmSync(folder, { recursive: true });
});

/** Answers how often it was asked; a clock of its own moves by the cost of each answer. */
function answering(cost: number) {
  const clock = { at: 0 };
  let asked = 0;
  const overview = () => {
    asked += 1;
    clock.at += cost;
    return asked;
  };
  const answer = answerAnalysis(db, { analyses: { overview }, now: () => clock.at });
  const ask = (asOf: number, words: string | null = "") => {
    const question = { campaignId: 1, asOf, ...(words === null ? {} : { asked: words }) };
    return answer({ name: "overview", workspaceSlug: "acme", question });
  };
  const write = () =>
    writer
      .update(workspaces)
      .set({ name: `Acme ${asked} ${clock.at}` })
      .run();
  return { clock, ask, write };
}

describe("an answer", () => {
  it("that is quick is worked out anew once anything was written or the minute is another", () => {
    const { ask, write } = answering(10);
    expect([ask(1), ask(1)]).toEqual([{ result: 1 }, { result: 1 }]);
    write();
    expect(ask(1)).toEqual({ result: 2 });
    expect(ask(2)).toEqual({ result: 3 });
  });

  it("that took long stands a while, and is renewed after it was shown", async () => {
    const { clock, ask, write } = answering(1000);
    expect(ask(1)).toEqual({ result: 1 });
    write();
    expect(ask(2)).toEqual({ result: 1 });
    await setImmediate();
    expect(ask(3)).toEqual({ result: 1 });
    clock.at += 21_000;
    // Shown once more, and worked out behind it; whoever comes next sees the new one.
    expect(ask(4)).toEqual({ result: 1 });
    await setImmediate();
    expect(ask(5)).toEqual({ result: 2 });
  });

  it("stands for what was asked alone, and for a day at most", () => {
    const { clock, ask } = answering(1000);
    expect(ask(1, "period=7d")).toEqual({ result: 1 });
    expect(ask(1, "period=28d")).toEqual({ result: 2 });
    expect(ask(1, null)).toEqual({ result: 3 });
    expect(ask(2, null)).toEqual({ result: 4 });
    clock.at += 86_400_001;
    expect(ask(2, "period=7d")).toEqual({ result: 5 });
  });
});
