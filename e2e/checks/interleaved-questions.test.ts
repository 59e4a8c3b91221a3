import { expect, test } from "vitest";
import type { Asked } from "#app/_answers/asked.ts";
import { openLink } from "#app/_answers/testing/open-link.ts";
import { questionOf } from "#app/_answers/testing/question-of.ts";
import { serviceBench } from "#app/_answers/testing/service-bench.ts";
import type { ReportScope } from "#lib/access/report-scope.ts";
import type { Scope } from "#lib/access/scope.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { noteProbes, sized } from "#lib/testing/sized.ts";

const QUESTIONS = sized(600, 6_000);
const NAMES = ["overview", "channels", "funnel", "sharers", "cascades"] as const;

const bench = serviceBench();

test("the same questions of two workspaces, asked at once, are each answered for whoever asked", {
  timeout: sized(30_000, 600_000),
}, async () => {
  const { fixture } = bench;
  for (let n = 0; n < 5; n++) bench.addShare(1, `theirs-${n}`, fixture.stranger);
  const question = questionOf(fixture.scope);
  const now = fixture.now;
  type Asker = [who: string, scope: Scope<"campaigns.read"> | ReportScope];
  const askers: readonly Asker[] = [
    ["owner", fixture.scope],
    ["stranger", fixture.stranger],
    ["link of the owner", openLink(fixture.scope)],
    ["link of the stranger", openLink(fixture.stranger)],
  ];
  const asked = (scope: Asker[1], n: number): Asked =>
    "report" in scope
      ? { kind: "report", name: n % 2 === 0 ? "report-overview" : "channels", request: {}, now }
      : { kind: "campaign", name: NAMES[n % NAMES.length] ?? "overview", question };
  const textOf = async (ask: ReturnType<typeof bench.serve>["ask"], scope: Asker[1], n: number) =>
    JSON.stringify(await ask(scope, asked(scope, n)));
  const alone = new Map<string, string>();
  for (const [who, scope] of askers) {
    const { ask } = bench.serve(0);
    for (let n = 0; n < NAMES.length; n++) alone.set(`${who} ${n}`, await textOf(ask, scope, n));
  }
  // Were they the same, mixing them up would go unnoticed.
  for (let n = 0; n < NAMES.length; n++) expect(alone.get(`owner ${n}`)).not.toBe(alone.get(`stranger ${n}`));
  const { ask } = bench.serve(0);
  const random = seededRandom(9);
  const answers = await Promise.all(
    Array.from({ length: QUESTIONS }, async () => {
      const [who, scope] = askers[Math.floor(random.next() * askers.length)] ?? ["owner", fixture.scope];
      const n = Math.floor(random.next() * NAMES.length);
      return (await textOf(ask, scope, n)) === alone.get(`${who} ${n}`);
    }),
  );
  expect(answers.filter((isOwn) => !isOwn)).toEqual([]);
  noteProbes(31, answers.length);
});
