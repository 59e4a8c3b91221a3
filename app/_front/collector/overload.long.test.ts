import { expect, it } from "vitest";
import { noteProbes, sized } from "#lib/testing/sized.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { addCollectingWorkspace } from "./testing/add-collecting-workspace.ts";
import { soundEvent } from "./testing/malformed-bodies.ts";
import { readMetrics } from "./testing/metrics-token.ts";
import { startCollector } from "./testing/start-collector.ts";

const BATCH = 100;
const CONNECTIONS = 40;
const ROUNDS = sized(4, 40);
const QUEUED = 400;
/** Of 40 batches under way, two are read at a time, and six may wait: more than ten times what fits. */
const BATCH_BYTES = JSON.stringify({ events: Array.from({ length: BATCH }, (_, n) => soundEvent(n)) }).length;
const LIMITS = {
  ...{ queuedEvents: QUEUED, admittedBytes: 2.5 * BATCH_BYTES, waitingBytes: 13 * BATCH_BYTES, waitMs: 60 },
};

it("brings more than ten times what fits: some is stored, the rest refused, others notice nothing, and it ends", {
  timeout: sized(2, 20) * MINUTE,
}, async () => {
  const under = await startCollector(LIMITS);
  const { post, get, db, url, stem, failures } = under;
  const quiet = addCollectingWorkspace(db, { id: 2, slug: "quiet" });
  const stored: string[] = [];
  const refused: (readonly number[])[] = [];
  let serial = 0;
  const send = async (numbers: readonly number[]) => {
    const answer = await post({ events: numbers.map(soundEvent) });
    if (answer.status === 202)
      stored.push(
        ...answer.body.results.flatMap(({ outcome, id }) => (outcome === "accepted" ? (id ?? []) : [])),
      );
    else {
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
      refused.push(numbers);
    }
  };
  const flood = async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const first = serial;
      serial += BATCH;
      await send(Array.from({ length: BATCH }, (_, n) => first + n));
    }
  };
  let isOver = false;
  const floods = Promise.all(Array.from({ length: CONNECTIONS }, flood)).finally(() => {
    isOver = true;
  });
  const beside = { posts: new Set<number>(), visits: new Set<number>(), depths: [0] };
  while (!isOver) {
    const headers = { Authorization: `Bearer ${quiet.serverKey}` };
    const body = JSON.stringify(soundEvent(1e6 + beside.depths.length));
    const [answer, visit, metrics] = await Promise.all([
      fetch(`${url}/api/v1/events`, { method: "POST", headers, body }),
      get(`/s/${stem}-aaaaaa`),
      readMetrics(url),
    ]);
    await Promise.all([answer.text(), visit.text()]);
    beside.posts.add(answer.status);
    beside.visits.add(visit.status);
    beside.depths.push(Number(/^intishar_queued_events (\d+)$/m.exec(metrics)?.[1]));
  }
  await floods;
  expect([...beside.posts, ...beside.visits]).toEqual([202, 302]);
  expect(Math.max(...beside.depths)).toBeLessThanOrEqual(QUEUED);
  expect(stored.length).toBeGreaterThan(0);
  expect(refused.length).toBeGreaterThan(0);
  // The flood is over: what was refused is taken at once, whoever brings it.
  const late = refused.splice(0);
  for (const numbers of late) await send(numbers);
  expect(refused).toEqual([]);
  expect(new Set(stored).size).toBe(CONNECTIONS * ROUNDS * BATCH);
  const ofFlood = "SELECT count(*) FROM journal WHERE workspace_id = 1 AND source = 'server'";
  expect(db.$client.prepare(ofFlood).pluck().get()).toBe(stored.length);
  const text = await readMetrics(url);
  const counted = [
    ...text.matchAll(/^intishar_refused_requests_total\{reason="(?:busy|queue-full)"\} (\d+)$/gm),
  ];
  expect(counted.reduce((sum, [, count]) => sum + Number(count), 0)).toBe(late.length);
  expect(failures).toEqual([]);
  noteProbes(59, CONNECTIONS * ROUNDS);
});
