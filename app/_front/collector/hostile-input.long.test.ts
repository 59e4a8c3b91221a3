import { Agent, request } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIntakeReport } from "#db/queries/intake/read-intake-report.ts";
import { seededRandom } from "#lib/stats/random.ts";
import { noteProbes, sized } from "#lib/testing/sized.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import { malformedBody, soundEvent } from "./testing/malformed-bodies.ts";
import { type CollectedAnswer, startCollector } from "./testing/start-collector.ts";

const MALFORMED = sized(50_000, 1_000_000);
const ORDERS = sized(200, 1_000);
const CONNECTIONS = 32;
const COUNTS = ["received", "accepted", "duplicate", "quarantined", "refused"] as const;

it(`answers ${MALFORMED} malformed bodies among sound ones, and its counts add up`, {
  timeout: sized(3, 60) * MINUTE,
}, async () => {
  const { url, serverKey, scope, db, failures, post } = await startCollector();
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const random = seededRandom(11);
  const statuses = new Map<number, number>();
  const told = { received: 0, accepted: 0, duplicate: 0, quarantined: 0, refused: 0 };
  let refusedWhole = 0;
  let sent = 0;

  const send = (body: string | Buffer) =>
    new Promise<void>((resolve, reject) => {
      const headers = { Authorization: `Bearer ${serverKey}` };
      const out = request(`${url}/api/v1/events`, { method: "POST", agent, headers }, (answer) => {
        let text = "";
        answer.setEncoding("utf8").on("data", (piece) => {
          text += piece;
        });
        answer.on("end", () => {
          const status = answer.statusCode ?? 0;
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          const counts = JSON.parse(text) as CollectedAnswer["body"];
          if (counts.error === undefined) for (const name of COUNTS) told[name] += counts[name];
          else refusedWhole += 1;
          resolve();
        });
      });
      out.on("error", reject);
      out.end(body);
    });
  const work = async () => {
    while (sent < MALFORMED) {
      const n = sent++;
      await send(malformedBody(random, n));
      if (n % 5 === 0) await send(JSON.stringify(soundEvent(n)));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  agent.destroy();

  expect([...statuses.keys()].filter((status) => status >= 500 || status === 0)).toEqual([]);
  expect([...statuses.values()].reduce((sum, count) => sum + count)).toBe(MALFORMED + MALFORMED / 5);
  expect(failures).toEqual([]);
  expect(told.received).toBe(told.accepted + told.duplicate + told.quarantined + told.refused);
  const [source] = readIntakeReport(scope, { campaignId: 1 }).sources;
  const counted = COUNTS.map((name) => source?.[name]);
  // Batches that are empty or too long are refused as one each, where a campaign can be named at all.
  expect(counted[0]).toBe(told.received + refusedWhole);
  expect(counted.slice(1, 4)).toEqual([told.accepted, told.duplicate, told.quarantined]);
  const stored = db.$client
    .prepare("SELECT count(*) FROM journal WHERE event_id LIKE 'sound-%'")
    .pluck()
    .get();
  expect(Number(stored)).toBeGreaterThanOrEqual(MALFORMED / 5);
  // Beside them stand records that lend a parent to one that states none.
  const kept = db.$client.prepare("SELECT count(*) FROM journal WHERE NOT amends");
  expect(kept.pluck().get()).toBe(told.accepted);
  expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  expect((await post(soundEvent(1e9))).status).toBe(202);
  noteProbes(43, MALFORMED + MALFORMED / 5);
});

describe("the order in which events come", () => {
  const logs = fc.array(
    fc.record({
      kind: fc.constantFrom("share", "share", "visit", "conversion", "delivery"),
      via: fc.option(fc.nat(30)),
      person: fc.nat(6),
      at: fc.integer({ min: 0, max: 9_000_000 }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  // A share hangs on an earlier one of the list, so that no order closes a loop.
  const events = (log: readonly LogRow[]) =>
    log.map(({ kind, via, person, at }, i) => ({
      ...{ id: `e${i}`, kind, person: `p${person}`, occurredAt: 1_750_000_000_000 + at },
      via: via === null || i === 0 ? null : `c${via % i}`,
      code: kind === "share" ? `c${i}` : kind === "delivery" ? `c${i % 3}` : null,
    }));

  it("and how often, changes nothing", { timeout: sized(2, 20) * MINUTE }, async () => {
    const plans = logs.chain((log) =>
      fc.record({
        log: fc.constant(events(log)),
        order: fc.shuffledSubarray([...log.keys(), ...log.keys()], { minLength: 2 * log.length }),
        size: fc.integer({ min: 1, max: 5 }),
      }),
    );
    const property = fc.asyncProperty(plans, async ({ log, order, size }) => {
      const straight = await startCollector();
      await straight.post({ events: log });
      const shuffled = await startCollector();
      const posts = [];
      for (let i = 0; i < order.length; i += size)
        posts.push(shuffled.post({ events: order.slice(i, i + size).map((at) => log[at]) }));
      const answers = await Promise.all(posts);
      expect(answers.reduce((sum, { body }) => sum + body.accepted, 0)).toBe(log.length);
      expect(answers.reduce((sum, { body }) => sum + body.duplicate, 0)).toBe(log.length);
      expect(shuffled.digest()).toBe(straight.digest());
    });
    await fc.assert(property, { numRuns: ORDERS, seed: 3 });
    noteProbes(45, ORDERS);
  });
});

interface LogRow {
  readonly kind: string;
  readonly via: number | null;
  readonly person: number;
  readonly at: number;
}

describe("one event", () => {
  it("counts once, however often, in whatever batch and by however many it is sent at a time", async () => {
    const { post, db, digest } = await startCollector();
    const event = { ...soundEvent(1), occurredAt: 1_750_000_000_000 };
    const first = await post(event);
    const before = digest();
    const again = await Promise.all(
      Array.from({ length: 250 }, (_, i) =>
        post(i % 2 === 0 ? event : { events: [event, event, event, event] }),
      ),
    );
    expect(first.body.accepted).toBe(1);
    expect(again.reduce((sum, { body }) => sum + body.duplicate, 0)).toBe(625);
    expect(again.every(({ status }) => status === 202)).toBe(true);
    // Of what is said of one event at one time the smallest person stands, whoever says it last.
    expect((await post({ ...event, person: "zoe", channel: "x" })).body.duplicate).toBe(1);
    expect(digest()).toBe(before);
    expect(db.$client.prepare("SELECT count(*) FROM journal").pluck().get()).toBe(1);
  });

  it("that cannot be stored fails alone, and leaves nothing half done", async () => {
    const { post, db, digest } = await startCollector();
    db.$client.exec(`CREATE TRIGGER poison BEFORE INSERT ON journal WHEN NEW.event_id = 'poison'
      BEGIN SELECT RAISE(ABORT, 'poisoned'); END`);
    const before = digest();
    const alone = await post({ events: [soundEvent(1), { ...soundEvent(2), id: "poison" }] });
    expect(alone.status).toBe(503);
    expect(digest()).toBe(before);
    const many = await Promise.all([
      ...[3, 4, 5].map((n) => post(soundEvent(n))),
      post({ ...soundEvent(6), id: "poison" }),
      ...[7, 8].map((n) => post(soundEvent(n))),
    ]);
    expect(many.map(({ status }) => status)).toEqual([202, 202, 202, 503, 202, 202]);
    db.$client.exec("DROP TRIGGER poison");
    expect((await post({ ...soundEvent(6), id: "poison" })).status).toBe(202);
  });
});

describe("a client that is slow or goes away", () => {
  it("is answered in time, and holds up nobody", async () => {
    const { url, serverKey, post } = await startCollector({ bodyMs: 200 });
    const { port, hostname } = new URL(url);
    const head = `POST /api/v1/events HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAuthorization: Bearer ${serverKey}\r\n`;
    const slow = new Promise<string>((resolve) => {
      let text = "";
      const socket = connect(Number(port), hostname, () =>
        socket.write(`${head}Content-Length: 900\r\n\r\n{"kind"`),
      );
      socket.setEncoding("utf8").on("data", (piece) => {
        text += piece;
      });
      socket.on("close", () => resolve(text));
    });
    const gone = connect(Number(port), hostname, () => {
      gone.write(`${head}Content-Length: 900\r\n\r\n{"kind"`, () => gone.destroy());
    });
    expect((await post(soundEvent(1))).status).toBe(202);
    expect(await slow).toMatch(/^HTTP\/1\.1 408 /);
    expect((await post(soundEvent(2))).status).toBe(202);
  });

  it("is told no when more waits for the disk than the queue holds", async () => {
    const { post } = await startCollector({ queuedEvents: 3 });
    const many = await post({ events: [1, 2, 3, 4].map(soundEvent) });
    expect([many.status, many.headers.get("retry-after")]).toEqual([503, "5"]);
    expect((await post({ events: [1, 2, 3].map(soundEvent) })).status).toBe(202);
  });
});
