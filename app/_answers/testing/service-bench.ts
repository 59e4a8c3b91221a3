import { afterEach, beforeEach, onTestFinished } from "vitest";
import { createAnswerService } from "#app/_answers/answer-service.ts";
import type { Asked, TableLines } from "#app/_answers/asked.ts";
import { ImportFixture } from "#db/import/testing/import-fixture.ts";
import { openDatabase } from "#db/open-database.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { sealScope } from "#db/scope.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { Question } from "#lib/answers/question.ts";
import type { AnswerOf } from "#lib/answers/registry.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { questionOf } from "./question-of.ts";

/** The first instant of the log, UTC milliseconds. */
export const START = Date.UTC(2024, 0, 1);
/** The columns of a log. */
export const HEADER = "share_id,parent_id,time,actor,channel";
const LOG = `${HEADER}\ns1,,2024-01-01T00:00:00Z,ann,x\ns2,s1,2024-01-01T01:00:00Z,bob,x\n`;

/** A campaign of two shares in a file of its own, and services that answer about it. */
export function serviceBench() {
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
      const answer = await ask(fixture.scope, {
        kind: "table",
        dialect: "comma",
        table: "sharers",
        question,
      });
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

  return {
    /** Of the running test. */
    get fixture() {
      return fixture;
    },
    ...{ serve, until, addShare },
  };
}
