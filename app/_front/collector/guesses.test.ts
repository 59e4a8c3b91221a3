import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readIntakeReport } from "#db/queries/intake/read-intake-report.ts";
import { readMetrics } from "./testing/metrics-token.ts";
import { startCollector } from "./testing/start-collector.ts";

it("tells whoever guesses at codes to wait, and still sends on who follows one that leads somewhere", async () => {
  const { get, url, stem } = await startCollector({ missesPerAddress: 3 });
  const other = stem === "aaaa" ? "bbbb" : "aaaa";
  const guesses: number[] = [];
  for (let guess = 0; guess < 5; guess += 1) guesses.push((await get(`/s/${other}-aaaaa${guess}`)).status);
  expect(guesses).toEqual([404, 404, 404, 429, 429]);
  const refused = await get(`/s/${other}-bbbbbb`);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await get(`/s/${stem}-aaaaaa`)).status).toBe(302);
  expect(await readMetrics(url)).toContain('intishar_redirects_total{answer="rate-limited",label=""} 3');
});

it("counts bodies that could not be read, whatever was wrong with them", async () => {
  const { post, scope } = await startCollector();
  expect((await post("x", { "Content-Encoding": "br" })).status).toBe(415);
  expect((await post("x", { "Content-Encoding": "gzip" })).status).toBe(400);
  expect((await post({ events: [] })).status).toBe(400);
  const share = { kind: "share", person: "p", code: "a" };
  expect((await post(gzipSync(JSON.stringify(share)), { "Content-Encoding": "gzip" })).status).toBe(202);
  const counts = () =>
    readIntakeReport(scope, { campaignId: 1 }).troubles.map(({ reason, count }) => [reason, count]);
  await expect.poll(counts, { timeout: 5000 }).toEqual([["unreadable-body", 3]]);
});
