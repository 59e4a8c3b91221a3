import { expect, it } from "vitest";
import { type CollectorUnderTest, startCollector } from "./testing/start-collector.ts";

const labels = ({ db }: CollectorUnderTest) =>
  db.$client
    .prepare<[], [string, string | null]>(
      "SELECT kind, label FROM journal WHERE kind <> 'share' ORDER BY seq",
    )
    .raw()
    .all();

const AHEAD = [
  { "Sec-Purpose": "prefetch;prerender" },
  { "Sec-Purpose": "prefetch" },
  { Purpose: "prefetch" },
  { "X-Moz": "prefetch" },
];

it.each(AHEAD)("what comes under %o is set apart, by whichever door", async (headers) => {
  const under = await startCollector();
  const code = `${under.stem}-aaaaaa`;
  for (const kind of ["visit", "view"]) {
    const answer = await under.postFromPage(
      { kind, person: "ghost", via: code },
      headers as Record<string, string>,
    );
    expect(answer.status).toBe(202);
  }
  await under.get(`/s/${code}`, headers as Record<string, string>);
  expect(labels(under)).toEqual([
    ["visit", "prefetch"],
    ["view", "prefetch"],
    ["visit", "prefetch"],
  ]);
  expect(under.db.$client.prepare("SELECT count(*) FROM persons").pluck().get()).toBe(0);
});

it("what a page reports once its reader looks at it is a person's", async () => {
  const under = await startCollector();
  await under.postFromPage(
    { kind: "visit", person: "reader", via: `${under.stem}-aaaaaa` },
    { "X-Purpose": "" },
  );
  expect(labels(under)).toEqual([["visit", null]]);
});

it("Office looks at a link first, then its reader's browser follows it: one person", async () => {
  const under = await startCollector();
  const code = `${under.stem}-aaaaaa`;
  const office = { "User-Agent": "Mozilla/4.0 (compatible; ms-office; MSOffice 16)" };
  expect((await under.get(`/s/${code}`, office)).status).toBeLessThan(400);
  expect((await under.get(`/s/${code}`, {}, "HEAD")).status).toBeLessThan(400);
  expect((await under.get(`/s/${code}`)).headers.get("location")).toMatch(/\.r$/);
  expect(labels(under).map(([, label]) => label)).toEqual(["preview", "preview", null]);
});

it("the script may be loaded as a module, with crossorigin and with the hash of its text", async () => {
  const { get } = await startCollector();
  const answer = await get("/intishar.js?key=ipk_x", { Origin: "https://shop.example" });
  const kept = await get("/intishar.js", { "If-None-Match": answer.headers.get("etag") ?? "" });
  expect([answer.status, kept.status]).toEqual([200, 304]);
  for (const { headers } of [answer, kept]) {
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  }
});
