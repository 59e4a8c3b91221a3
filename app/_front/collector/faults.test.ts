import { request } from "node:http";
import { describe, expect, it } from "vitest";
import { createLink } from "#db/queries/links/create-link.ts";
import { pauseLink } from "#db/queries/links/pause-link.ts";
import { readMetrics } from "./testing/metrics-token.ts";
import { type CollectorUnderTest, startCollector } from "./testing/start-collector.ts";

type Limits = Parameters<typeof startCollector>[0];
type Metrics = Readonly<Record<string, number>>;

const share = (code: string) => ({ kind: "share", person: code, code, channel: "x" });
const events = (outcome: string, reason = "", source = "server") =>
  `events{source="${source}",outcome="${outcome}",reason="${reason}"}`;
const requests = (reason: string) => `refused_requests{reason="${reason}"}`;
const redirects = (answer: string) => `redirects{answer="${answer}",label=""}`;

/** Counters and gauges of ours that stand for something happening; not how long it took or how many bytes it left. */
async function read({ url }: CollectorUnderTest): Promise<Metrics> {
  const text = await readMetrics(url);
  const lines = text.matchAll(/^intishar_(\w+?)(?:_total)?(\{[^}]*\})? (\S+)$/gm);
  const told = [...lines].map(([, name, labels = "", value]) => [`${name}${labels}`, Number(value)] as const);
  return Object.fromEntries(
    told.filter(
      ([name]) =>
        !/^(log_bytes|disk_free_bytes|queue_age|commit_seconds_(bucket|sum)|database_(sound|checked))/.test(
          name,
        ),
    ),
  );
}

/** What moved, and by how much. */
async function moved(under: CollectorUnderTest, work: () => Promise<unknown>): Promise<Metrics> {
  const before = await read(under);
  await work();
  const after = await read(under);
  const changes = Object.entries(after).map(([name, value]) => [name, value - (before[name] ?? 0)] as const);
  return Object.fromEntries(changes.filter(([, change]) => change !== 0));
}

/** Lets nobody else write until it is called off. */
function lock({ db }: CollectorUnderTest): () => void {
  db.$client.exec("BEGIN IMMEDIATE");
  return () => void db.$client.exec("COMMIT");
}

interface Case {
  readonly fault: string;
  readonly limits?: Limits;
  readonly work: (under: CollectorUnderTest) => Promise<unknown>;
  readonly moves: Metrics;
}

const CASES: readonly Case[] = [
  {
    fault: "none: a sound event",
    work: ({ post }) => post(share("a")),
    moves: { [events("accepted")]: 1, commit_seconds_count: 1 },
  },
  {
    fault: "an event that makes no sense",
    work: ({ post }) => post({ kind: "share", person: "p" }),
    moves: { [events("quarantined", "missing")]: 1, commit_seconds_count: 1 },
  },
  {
    fault: "a body that is no JSON",
    work: ({ post }) => post("{"),
    moves: { [events("quarantined", "not-an-object")]: 1, commit_seconds_count: 1 },
  },
  {
    fault: "an unknown key",
    work: ({ post }) => post(share("a"), { Authorization: "Bearer isk_wrong" }),
    moves: { [requests("unknown-key")]: 1 },
  },
  {
    fault: "a page of a strange site",
    work: ({ postFromPage }) => postFromPage(share("a"), { Origin: "https://evil.example" }),
    moves: { [requests("origin-not-allowed")]: 1, [events("refused", "origin-not-allowed", "browser")]: 1 },
  },
  {
    fault: "a body beyond the limit",
    limits: { bodyBytes: 100 },
    work: ({ post }) => post("x".repeat(101)),
    moves: { [requests("too-large")]: 1, [events("refused", "too-large")]: 1 },
  },
  {
    fault: "an encoding that we do not know",
    work: ({ post }) => post("x", { "Content-Encoding": "br" }),
    moves: { [requests("unknown-encoding")]: 1, [events("refused", "unreadable-body")]: 1 },
  },
  {
    fault: "a batch without events",
    work: ({ post }) => post({ events: [] }),
    moves: { [requests("empty")]: 1, [events("refused", "unreadable-body")]: 1 },
  },
  {
    fault: "more than a key may bring",
    limits: { eventsPerKey: 1 },
    work: ({ post }) => post({ events: [share("a"), share("b")] }),
    moves: { [requests("rate-limited")]: 1, [events("refused", "rate-limited")]: 2 },
  },
  {
    fault: "more than the queue holds",
    limits: { queuedEvents: 1 },
    work: ({ post }) => post({ events: [share("a"), share("b")] }),
    moves: { [requests("queue-full")]: 1 },
  },
  {
    fault: "somebody who holds the lock for too long",
    limits: { busyMs: 20 },
    work: async (under) => {
      const release = lock(under);
      await under.post(share("a"));
      release();
    },
    moves: {
      ...{ [requests("not-stored")]: 1, commit_failures: 1, commit_seconds_count: 1 },
      database_writable: -1,
    },
  },
  {
    fault: "a damaged file",
    work: async (under) => {
      under.collector.condemn();
      await under.post(share("a"));
    },
    moves: { [requests("not-stored")]: 1, database_writable: -1 },
  },
  {
    fault: "none: somebody who follows a link",
    work: ({ get, stem }) => get(`/s/${stem}-aaaaaa`),
    moves: { [redirects("redirect")]: 1, [events("accepted", "", "redirect")]: 1, commit_seconds_count: 1 },
  },
  {
    fault: "a link that leads nowhere",
    work: ({ get }) => get("/s/nowhere"),
    moves: { [redirects("unknown")]: 1 },
  },
  {
    fault: "a link that was paused",
    work: ({ get, scope }) => {
      const input = { name: "Shop", channel: "qr", seedKind: "organic", targetUrl: null, utm: {} } as const;
      const code = createLink(scope, { campaignId: 1, input, now: 0 });
      pauseLink(scope, { linkId: 1, pausedAt: 1 });
      return get(`/s/${code}`);
    },
    moves: { [redirects("paused")]: 1 },
  },
  {
    fault: "a code that bears a forged signature",
    work: ({ get, stem }) => get(`/s/${stem}0123456789abc`),
    moves: { [redirects("unknown")]: 1, [events("refused", "forged-code", "redirect")]: 1 },
  },
  {
    fault: "more visits than an address may record",
    limits: { visitsPerAddress: 0 },
    work: ({ get, stem }) => get(`/s/${stem}-aaaaaa`),
    moves: { [redirects("redirect")]: 1, 'unrecorded_visits{reason="rate-limited"}': 1 },
  },
  {
    fault: "a visit while somebody holds the lock",
    limits: { busyMs: 20 },
    work: async (under) => {
      const release = lock(under);
      await under.get(`/s/${under.stem}-aaaaaa`);
      release();
    },
    moves: {
      ...{ [redirects("redirect")]: 1, 'unrecorded_visits{reason="not-stored"}': 1 },
      ...{ commit_failures: 1, commit_seconds_count: 1, database_writable: -1 },
    },
  },
  {
    fault: "a body that does not come in time",
    limits: { bodyMs: 50 },
    work: ({ url, serverKey }) =>
      new Promise((resolve) => {
        const headers = { Authorization: `Bearer ${serverKey}`, "Content-Length": 9 };
        const slow = request(`${url}/api/v1/events`, { method: "POST", headers }, (answer) => {
          answer.resume().on("close", resolve);
        });
        slow.on("error", resolve);
        slow.write("{");
      }),
    moves: { [requests("too-slow")]: 1, [events("refused", "unreadable-body")]: 1 },
  },
  {
    fault: "a visit that the queue has no room for",
    limits: { queuedEvents: 0 },
    work: ({ get, stem }) => get(`/s/${stem}-aaaaaa`),
    moves: { [redirects("redirect")]: 1, 'unrecorded_visits{reason="queue-full"}': 1 },
  },
];

describe("each fault moves its own counters and no others", () => {
  it.each(CASES)("$fault", async ({ limits = {}, work, moves }) => {
    const under = await startCollector(limits);
    expect(await moved(under, () => work(under))).toEqual(moves);
  });
});
