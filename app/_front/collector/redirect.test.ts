import { describe, expect, it } from "vitest";
import { requestText } from "#app/_front/testing/request-text.ts";
import { sendRaw } from "#app/_front/testing/send-raw.ts";
import { mintCode } from "#db/codes/mint-code.ts";
import { openIngestScope } from "#db/scope.ts";
import { VISIT_ID } from "#lib/collect/page-protocol.ts";
import { LANDING } from "./testing/add-collecting-workspace.ts";
import { readMetrics } from "./testing/metrics-token.ts";
import { BROWSER, type CollectorUnderTest, startCollector } from "./testing/start-collector.ts";

/** A code of each kind that leads on: one of ours, one minted in a browser, and one that only looks like ours. */
function codesOf({ db, stem }: CollectorUnderTest) {
  const { signingKey } = openIngestScope(db, { stem }).collection;
  if (signingKey === null) throw new Error("the campaign's key does not open");
  return {
    signed: mintCode({ stem, signingKey }),
    unsigned: `${stem}-aaaaaa`,
    forged: `${stem}0123456789abc`,
  };
}

const share = (code: string) => ({ kind: "share", person: `p-${code}`, code });

async function landingOf({ get }: CollectorUnderTest, code: string): Promise<string | null> {
  return (await get(`/s/${code}`)).headers.get("location");
}

const visits = ({ db }: CollectorUnderTest) =>
  db.$client
    .prepare<[], [string, number]>("SELECT via, verified FROM journal WHERE kind = 'visit' ORDER BY seq")
    .raw()
    .all();

describe("a code behind /s/", () => {
  it("that looks like ours and is not leads nowhere, until somebody is known to share under it", async () => {
    const under = await startCollector();
    const { forged } = codesOf(under);
    expect((await under.get(`/s/${forged}`)).status).toBe(404);
    expect(visits(under)).toEqual([]);
    // A server's own codes may happen to have our length and letters.
    await under.post(share(forged));
    // That the code was unknown is remembered for a second.
    await expect.poll(() => landingOf(under, forged), { timeout: 5000 }).toBe(`${LANDING}&ish=${forged}.r`);
    expect(visits(under)).toEqual([[forged, 0]]);
  });

  it("vouches for a visit where it bears our signature, and not where it does not", async () => {
    const under = await startCollector();
    const { signed, unsigned, forged } = codesOf(under);
    await under.post({ events: [signed, unsigned, forged].map(share) });
    for (const code of [signed, unsigned, forged]) expect(await landingOf(under, code)).toMatch(/\.r$/);
    expect(visits(under)).toEqual([
      [signed, 1],
      [unsigned, 0],
      [forged, 0],
    ]);
  });
});

describe("a link that came through a chat", () => {
  const ENDS = [".", ",", ")", ";", "!", "%22", "%D8%8C", "%E2%80%8F", "&fbclid=1", "/", "%", "\\", "*_"];

  it("leads where it did before, its visit is noted, and no mark behind it counts as a guess", async () => {
    const under = await startCollector({ missesPerAddress: 0 });
    const { signed, unsigned } = codesOf(under);
    await under.post(share(unsigned));
    const found = [];
    for (const end of ENDS) found.push((await followRaw(under, `/s/${signed}${end}`)).status);
    expect(found).toEqual(ENDS.map(() => 302));
    // By another browser: a fourth follow by one within seconds is a scanner's.
    const headers = { "User-Agent": `${BROWSER} Edg/140` };
    const doubled = await under.get(`/s/${signed}https://go.example/s/${signed}`, headers);
    expect(doubled.headers.get("location")).toBe(`${LANDING}&ish=${signed}.r`);
    expect(await landingOf(under, `${unsigned}_`)).toBe(`${LANDING}&ish=${unsigned}.r`);
    expect(visits(under).map(([via]) => via)).toEqual([...ENDS, ""].map(() => signed).concat(unsigned));
  });

  it("leads nowhere where its code is wrong, and each code that it may mean counts as a guess", async () => {
    const under = await startCollector({ missesPerAddress: 2 });
    const { signed, forged } = codesOf(under);
    expect((await under.get(`/s/${forged}.`)).status).toBe(404);
    expect((await under.get(`/s/${signed.slice(0, -1)}.`)).status).toBe(404);
    expect((await under.get(`/s/${forged},/s/${forged}`)).status).toBe(429);
    expect((await under.get(`/s/${forged},/s/${signed}`)).status).toBe(302);
    expect(visits(under)).toEqual([[signed, 1]]);
  });

  it("brings along what it was followed with, and says nothing of its own", async () => {
    const under = await startCollector();
    const { signed } = codesOf(under);
    const incoming = "gclid=g1&fbclid=f%201&ish=x&lang=en&a=%0d%0aX:y&b=(~)*";
    expect(await landingOf(under, `${signed}?${incoming}`)).toBe(
      `${LANDING}&gclid=g1&fbclid=f%201&a=%0d%0aX:y&b=(~)*&ish=${signed}.r`,
    );
    expect(await landingOf(under, `${signed}&fbclid=1`)).toBe(`${LANDING}&fbclid=1&ish=${signed}.r`);
  });
});

/** A request whose path is sent as it stands. */
async function followRaw({ url }: CollectorUnderTest, path: string) {
  return sendRaw(
    Number(new URL(url).port),
    requestText(`GET ${path}`, { Host: new URL(url).host, "User-Agent": BROWSER }),
  );
}

describe("whoever follows a link", () => {
  it("goes by a name for one visit where the browser asks for privacy, and by the day's where it does not", async () => {
    const under = await startCollector();
    const { signed } = codesOf(under);
    // No more than three: a fourth within seconds is a scanner's.
    const asking = [{ "Sec-GPC": "1" }, { DNT: "1" }, { DNT: "1", "Sec-GPC": "0" }];
    for (const headers of asking) expect((await under.get(`/s/${signed}`, headers)).status).toBe(302);
    const names = () => under.db.$client.prepare("SELECT person FROM persons").pluck().all() as string[];
    expect(names()).toHaveLength(asking.length);
    expect(names().every((name) => /^once:[\w-]{36}$/.test(name))).toBe(true);

    const other = await startCollector();
    const code = codesOf(other).signed;
    for (const headers of [{}, { DNT: "0" }, { "Sec-GPC": "0" }]) await other.get(`/s/${code}`, headers);
    const persons = other.db.$client.prepare("SELECT person, visits FROM persons").raw().all();
    expect(persons).toEqual([[expect.stringMatching(/^device:/), 3]]);
  });
});

describe("that a visit is recorded", () => {
  const lock = ({ db }: CollectorUnderTest) => {
    db.$client.exec("BEGIN IMMEDIATE");
    return () => void db.$client.exec("COMMIT");
  };
  const failures = async ({ url }: CollectorUnderTest) =>
    /^intishar_commit_failures_total (\d+)$/m.exec(await readMetrics(url))?.[1];

  /** What the landing page would report of a follow. */
  const reportOf = (landing: string | null) => {
    const [via = "", visit = ""] = new URL(landing ?? "").searchParams.get("ish")?.split(".") ?? [];
    return visit === "r"
      ? null
      : { kind: "visit", person: "browser", via, ...(visit === "" ? {} : { id: visit }) };
  };

  it("is told to the page when it is, and its id while it may yet be, also while writing fails", async () => {
    const under = await startCollector({ busyMs: 1000, redirectMs: 20 });
    const { signed, unsigned } = codesOf(under);
    const release = lock(under);
    // The lock may be an import's, gone in a moment.
    expect(reportOf(await landingOf(under, signed))).toMatchObject({ id: expect.stringMatching(VISIT_ID) });
    await expect.poll(() => failures(under), { timeout: 5000 }).toBe("1");
    expect(reportOf(await landingOf(under, unsigned))).toMatchObject({ id: expect.stringMatching(VISIT_ID) });
    release();
    // One link a time: four follows of one within seconds are a scanner's.
    let follows = 0;
    const landing = () => landingOf(under, `${unsigned}${follows++}`);
    await expect.poll(landing, { timeout: 5000 }).toMatch(/\.r$/);
    expect(visits(under)).toContainEqual([unsigned, 0]);
  });

  it("or not, a follow is one visit in the end, whoever stores it first", { timeout: 60_000 }, async () => {
    const under = await startCollector({ busyMs: 300, redirectMs: 20 });
    const { unsigned } = codesOf(under);
    const release = lock(under);
    const reports = [];
    // Some are given up, some wait when the lock is let go.
    for (let i = 0; i < 50; i++) reports.push(reportOf(await landingOf(under, `${unsigned}${i}`)));
    release();
    expect(reports.every((report) => report?.id !== undefined)).toBe(true);
    const sent = await under.postFromPage({ events: reports.slice(0, 25) });
    await expect.poll(() => landingOf(under, `${unsigned}x`), { timeout: 5000 }).toMatch(/\.r$/);
    const late = await under.postFromPage({ events: reports.slice(25) });
    expect([sent.status, late.status]).toEqual([202, 202]);
    const followed = visits(under)
      .map(([via]) => via)
      .sort();
    const codes = [...Array(50).keys(), "x"].map((end) => `${unsigned}${end}`);
    expect(followed).toEqual(codes.sort());
  });

  it.each([
    ["there is no room in the queue", { queuedEvents: 0 }],
    ["the address has recorded its share", { visitsPerAddress: 0 }],
  ])("is not told where %s", async (_, limits) => {
    const under = await startCollector(limits);
    const { signed } = codesOf(under);
    expect(await landingOf(under, signed)).toBe(`${LANDING}&ish=${signed}`);
    expect(visits(under)).toEqual([]);
  });
});
