import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { createServerKey } from "#db/queries/collections/create-server-key.ts";
import { startTenants, type TenantsApp } from "#e2e/isolation/start-tenants.ts";
import { MINUTE } from "#lib/time/lengths.ts";
import type { Part } from "../part.ts";
import { growthIn, type Sample, sampleOf } from "./samples.ts";

const MINUTES = Number(process.env.INTISHAR_SOAK_MINUTES ?? 10);
/** 300 events a second. */
const BATCH = 30;
const BATCH_EVERY_MS = 100;
const SAMPLE_EVERY_MS = 5_000;
const READERS = 5;
const PATHS = ["", "/channels", "/cascades", "/viral-coefficient", "/sharers", "/funnel", "/live"];
const FILES = ["/zip", "/events", "/csv/channels", "/csv/cascades"];

interface Load {
  readonly under: TenantsApp;
  readonly key: string;
  readonly until: number;
  readonly times: number[];
  readonly statuses: Map<number, number>;
  acknowledged: number;
}

function count(load: Load, status: number): void {
  load.statuses.set(status, (load.statuses.get(status) ?? 0) + 1);
}

const isOver = ({ until }: Load) => performance.now() >= until;

/** Sends batches at their time, whether those before are answered or not. */
async function collect(load: Load): Promise<void> {
  const sent: Promise<void>[] = [];
  for (let n = 0; !isOver(load); n += 1) {
    const events = Array.from({ length: BATCH }, (_, at) => ({
      id: `soak-${n}-${at}`,
      kind: at % 3 === 0 ? "share" : "visit",
      person: `p${(n * BATCH + at) % 5000}`,
      channel: ["email", "whatsapp", "x"][at % 3],
      occurredAt: Date.now(),
      ...(at % 3 === 0
        ? { code: `c${n}-${at}`, via: at === 0 ? null : `c${n}-${at - 3}` }
        : { via: `c${n}-0` }),
    }));
    sent.push(post(load, JSON.stringify({ events })));
    if (sent.length >= 100) await Promise.all(sent.splice(0));
    await wait(BATCH_EVERY_MS);
  }
  await Promise.all(sent);
}

async function post(load: Load, body: string): Promise<void> {
  const start = performance.now();
  const answer = await fetch(`${load.under.app.url}/api/v1/events`, {
    method: "POST",
    headers: { Authorization: `Bearer ${load.key}`, "Content-Type": "application/json" },
    body,
  });
  const { accepted } = (await answer.json()) as { accepted?: number };
  load.times.push(performance.now() - start);
  load.acknowledged += accepted ?? 0;
  count(load, answer.status);
}

/** Somebody who looks at one page after the other, or takes one file after the other. */
async function read(load: Load, base: string, paths: readonly string[], pauseMs: number): Promise<void> {
  const { tenants, cookieOf, app } = load.under;
  const { name, value } = await cookieOf(tenants.owner.userId ?? 0);
  for (let n = 0; !isOver(load); n += 1) {
    const answer = await fetch(`${app.url}${base}${paths[n % paths.length]}`, {
      headers: { Cookie: `${name}=${value}` },
    });
    await answer.arrayBuffer();
    count(load, answer.status);
    await wait(pauseMs);
  }
}

async function watch(load: Load, samples: Sample[], tell: (line: string) => void): Promise<void> {
  for (let n = 1; !isOver(load); n += 1) {
    await wait(SAMPLE_EVERY_MS);
    samples.push(sampleOf(load.under.app, load.times.splice(0)));
    if (n % 12 === 0) tell(`${n / 12} min: ${load.acknowledged} events, ${JSON.stringify(samples.at(-1))}`);
  }
}

/** Hours of work, or minutes: events, readers and files at a time, and whether anything grows. */
export const soakHours: Part = async (tell) => {
  if (!existsSync(new URL("../../../.next/BUILD_ID", import.meta.url)))
    throw new Error("npm run build first");
  let key = "";
  const under = await startTenants(({ owner }) => {
    key = createServerKey(owner, { campaignId: 1, name: "soak", now: Date.now() });
  });
  const samples: Sample[] = [];
  const load: Load = {
    under,
    key,
    until: performance.now() + MINUTES * MINUTE,
    times: [],
    statuses: new Map(),
    acknowledged: 0,
  };
  try {
    const campaign = "/w/w1/campaigns/1";
    await Promise.all([
      collect(load),
      ...Array.from({ length: READERS }, () => read(load, campaign, PATHS, 1000)),
      read(load, `/api${campaign}`, FILES, 10_000),
      watch(load, samples, tell),
    ]);
    const stored = under.tenants.db.$client
      .prepare("SELECT count(*) FROM journal WHERE event_id LIKE 'soak-%'")
      .pluck()
      .get();
    const { faults, figures } = growthIn(samples);
    if (stored !== load.acknowledged) faults.push(`${load.acknowledged} acknowledged, ${stored} stored`);
    const failed = [...load.statuses].filter(([status]) => status >= 500);
    if (failed.length > 0) faults.push(`answers ${JSON.stringify(failed)}`);
    tell(`${figures}; answers ${JSON.stringify([...load.statuses])}`);
    const what = `events of ${MINUTES} minutes beside ${READERS} readers and files`;
    return [{ check: 60, what, probes: load.acknowledged, result: faults.join("; ") || "held" }];
  } finally {
    await under.stop();
  }
};
