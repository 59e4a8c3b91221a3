import { mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it, vi } from "vitest";
import { site } from "#app/_front/site.ts";
import { noteLostEvents, readLostEvents } from "#db/intake/lost-events.ts";
import { readAcknowledged } from "#db/intake/read-acknowledged.ts";
import { openDatabase } from "#db/open-database.ts";
import { readIntakeReport } from "#db/queries/intake/read-intake-report.ts";
import { retryQuarantined } from "#db/queries/intake/retry-quarantined.ts";
import { HOUR, MINUTE } from "#lib/time/lengths.ts";
import { COLLECTOR_CONNECTION, createCollector } from "./collector.ts";
import { LANDING } from "./testing/add-collecting-workspace.ts";
import { readMetrics } from "./testing/metrics-token.ts";
import { BROWSER, ORIGIN, startCollector } from "./testing/start-collector.ts";

const share = (code: string, more: object = {}) => ({ kind: "share", person: `p-${code}`, code, ...more });

describe("taking events in", () => {
  it("answers for each in its order, after they are stored", async () => {
    const { post, db } = await startCollector();
    const events = [
      share("a"),
      share("b", { via: "a", channel: "WhatsApp" }),
      { kind: "share", person: "p" },
      share("b", { via: "a", channel: "whatsapp" }),
      { kind: "dance", person: "p" },
      share("c", { via: "c" }),
      { kind: "conversion", person: "p-b", via: "a", value: 2.5, occurredAt: "2026-03-01T09:00:00Z" },
    ];
    const { status, body } = await post({ events });
    expect(status).toBe(202);
    expect(body.results).toEqual([
      { outcome: "accepted", id: "share:a" },
      { outcome: "accepted", id: "share:b" },
      { outcome: "quarantined", field: "code", reason: "missing" },
      { outcome: "duplicate", id: "share:b" },
      { outcome: "quarantined", field: "kind", reason: "unknown-choice" },
      { outcome: "accepted", id: "share:c" },
      { outcome: "accepted", id: "conversion:p-b:a:1772355600000:2.5:SDG" },
    ]);
    const { results: _results, ...counts } = body;
    expect(counts).toEqual({ received: 7, accepted: 4, duplicate: 1, quarantined: 2, refused: 0 });
    expect(db.$client.prepare("SELECT code, parent, channel FROM shares ORDER BY code").all()).toEqual([
      { code: "a", parent: null, channel: "unknown" },
      { code: "b", parent: "a", channel: "whatsapp" },
      { code: "c", parent: null, channel: "unknown" },
    ]);
  });

  it("takes one event, a plain text, gzip, and the producer's clock", async () => {
    const { post, db } = await startCollector();
    expect((await post(share("a"))).status).toBe(202);
    expect((await post(JSON.stringify(share("b")), { "Content-Type": "text/plain" })).status).toBe(202);
    const zipped = gzipSync(JSON.stringify({ events: [share("c")] }));
    expect((await post(zipped, { "Content-Encoding": "gzip" })).status).toBe(202);
    const late = Date.now() - HOUR;
    expect((await post({ events: [share("d", { occurredAt: late })], sentAt: late })).status).toBe(202);
    const at = db.$client.prepare("SELECT at FROM shares WHERE code = 'd'").pluck().get() as number;
    expect(Math.abs(at - Date.now())).toBeLessThan(MINUTE);
  });

  it("says what is wrong with a request as a whole", async () => {
    const { post, url, serverKey } = await startCollector({ bodyBytes: 2000, inflatedBytes: 4000 });
    const statusOf = async (body: unknown, headers = {}) => (await post(body, headers)).status;
    expect(await statusOf("{")).toBe(400);
    expect(await statusOf({ events: [] })).toBe(400);
    expect(await statusOf({ events: Array.from({ length: 1001 }, () => 1) })).toBe(413);
    expect(await statusOf("x".repeat(2001))).toBe(413);
    expect(await statusOf(gzipSync("x".repeat(4001)), { "Content-Encoding": "gzip" })).toBe(413);
    expect(await statusOf("no gzip", { "Content-Encoding": "gzip" })).toBe(400);
    expect(await statusOf("x", { "Content-Encoding": "br" })).toBe(415);
    expect(await statusOf(share("a"), { Authorization: "Bearer isk_wrong" })).toBe(401);
    expect(await statusOf(share("a"), { Authorization: "" })).toBe(401);
    expect(await statusOf(share("a"))).toBe(202);
    const answer = await fetch(`${url}/api/v1/events`, { headers: { Authorization: `Bearer ${serverKey}` } });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "POST"]);
  });

  it("takes pages of the campaign's sites and no others, and counts those", async () => {
    const { postFromPage, scope, url, publicKey, stem } = await startCollector();
    const ours = await postFromPage(share(`${stem}-aaaaaa`));
    expect([ours.status, ours.headers.get("access-control-allow-origin")]).toEqual([202, ORIGIN]);
    const theirs = await postFromPage(share("b"), { Origin: "https://evil.example" });
    expect([theirs.status, theirs.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    const nobodys = await fetch(`${url}/api/v1/events?key=${publicKey}`, { method: "POST", body: "{}" });
    expect(nobodys.status).toBe(403);
    // Counted once a second, so that a flood of them writes little.
    await expect
      .poll(() => readIntakeReport(scope, { campaignId: 1 }).troubles, { timeout: 5000 })
      .toMatchObject([{ reason: "origin-not-allowed", count: 2, source: "browser" }]);
    const preflight = await fetch(`${url}/api/v1/events?key=${publicKey}`, {
      ...{ method: "OPTIONS", headers: { Origin: ORIGIN, "Access-Control-Request-Method": "POST" } },
    });
    expect([preflight.status, preflight.headers.get("access-control-max-age")]).toEqual([204, "86400"]);
  });

  it("holds no more of slow bodies than there is room for, and takes what comes after", async () => {
    const { post, url, serverKey } = await startCollector({ heldBytes: 20_000 });
    const large = { events: [share("large", { attributes: { city: "x".repeat(15_000) } })] };
    expect((await post(large)).status).toBe(422);
    const slow = request(`${url}/api/v1/events`, {
      ...{ method: "POST", headers: { Authorization: `Bearer ${serverKey}`, "Content-Length": 15_001 } },
    });
    const status = new Promise((resolve) => slow.once("response", (answer) => resolve(answer.statusCode)));
    slow.write(" ".repeat(15_000));
    await expect.poll(async () => (await post(large)).status, { timeout: 5000 }).toBe(503);
    expect((await post(large)).headers.get("retry-after")).toBe("5");
    expect((await post(share("a"))).status).toBe(202);
    slow.end(" ");
    expect(await status).toBe(400);
    expect((await post(large)).status).toBe(422);
  });

  it("limits what an address and a key may bring, and says when to come back", async () => {
    const { post, postFromPage, scope, stem } = await startCollector({
      eventsPerAddress: 2,
      eventsPerKey: 3,
    });
    const local = (letter: string) => share(`${stem}-${letter.repeat(6)}`);
    expect((await postFromPage({ events: [local("a"), local("b")] })).status).toBe(202);
    const refused = await postFromPage(local("c"));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await post({ events: [share("d"), share("e"), share("f")] })).status).toBe(202);
    expect((await post(share("g"))).status).toBe(429);
    const received = () =>
      readIntakeReport(scope, { campaignId: 1 }).sources.map((of) => [
        of.source,
        of.received,
        of.accepted,
        of.refused,
      ]);
    await expect.poll(received, { timeout: 5000 }).toEqual([
      ["server", 4, 3, 1],
      ["browser", 3, 2, 1],
    ]);
  });

  it("takes others' events while one client floods it", async () => {
    const { post, postFromPage, scope } = await startCollector({ eventsPerAddress: 1, queuedEvents: 1000 });
    const flood = { events: Array.from({ length: 1000 }, () => 1) };
    const [others, floods] = await Promise.all([
      Promise.all(Array.from({ length: 20 }, (_, n) => post(share(`s${n}`)))),
      Promise.all(Array.from({ length: 20 }, () => postFromPage(flood))),
    ]);
    expect(others.every(({ status }) => status === 202)).toBe(true);
    expect(floods.every(({ status }) => status === 429)).toBe(true);
    const refused = () => readIntakeReport(scope, { campaignId: 1 }).troubles.map(({ count }) => count);
    await expect.poll(refused, { timeout: 5000 }).toEqual([20_000]);
  });

  it("keeps what makes no sense for what it is", async () => {
    const { post } = await startCollector();
    const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
    expect((await post(`{"events":[${deep}]}`)).status).toBe(422);
    expect((await post(`{"events":[{"kind":"view","person":"p"}],"sentAt":{"toString":1}}`)).status).toBe(
      202,
    );
    const half = await post(`{"kind":"share","person":"p","code":"\\ud800"}`);
    expect(half.body.results).toEqual([{ outcome: "quarantined", field: "code", reason: "invalid-utf8" }]);
  });

  it("knows a share by its code, and what is none by its id", async () => {
    const { post } = await startCollector();
    const { body } = await post({
      events: [
        { id: "1", kind: "view", person: "p" },
        { id: "1", ...share("x") },
        { id: "2", ...share("x") },
      ],
    });
    expect(body.results.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted", "duplicate"]);
  });

  it("knows no key and no stem that nobody was given, however right it looks", async () => {
    const { post, url, get, serverKey, publicKey } = await startCollector();
    const other = (key: string) => `${key.slice(0, -1)}${key.endsWith("x") ? "y" : "x"}`;
    expect((await post(share("a"), { Authorization: `Bearer ${other(serverKey)}` })).status).toBe(401);
    const page = await fetch(`${url}/api/v1/events?key=${other(publicKey)}`, {
      ...{ method: "POST", headers: { Origin: ORIGIN }, body: JSON.stringify(share("a")) },
    });
    expect(page.status).toBe(401);
    expect((await get("/s/zzzzAAAAAAAABBBBB")).status).toBe(404);
    expect((await post(share("a"))).status).toBe(202);
  });

  it("complains once while it cannot write, and writes down what it refused before it stops", async () => {
    const { post, postFromPage, collector, db, scope, failures } = await startCollector({ busyMs: 20 });
    db.$client.exec("BEGIN IMMEDIATE");
    expect([(await post(share("a"))).status, (await post(share("a"))).status]).toEqual([503, 503]);
    db.$client.exec("COMMIT");
    expect(failures.map(({ event }) => event)).toEqual(["commit-failed"]);
    expect((await post(share("a"))).status).toBe(202);
    expect((await postFromPage(share("b"), { Origin: "https://evil.example" })).status).toBe(403);
    await collector.stop();
    expect(readIntakeReport(scope, { campaignId: 1 }).troubles).toMatchObject([
      { reason: "origin-not-allowed", count: 1, source: "browser" },
    ]);
  });

  it("is ready again as soon as it can write, also when nobody sends", async () => {
    const { post, db, collector } = await startCollector({ busyMs: 50 });
    db.$client.exec("BEGIN IMMEDIATE");
    expect((await post(share("a"))).status).toBe(503);
    // That somebody else can write says nothing of a disk that refused.
    expect(() => collector.checkWriting()).toThrow("somebody else");
    db.$client.exec("COMMIT");
    expect(() => collector.checkWriting()).not.toThrow();
    expect((await post(share("a"))).status).toBe(202);
  });

  it("tells the owners when it cannot write, or must not, and of events that are missing", async () => {
    const { post, db, collector, url } = await startCollector({ busyMs: 20 });
    expect([collector.notices(), collector.checkLoss()]).toEqual([[], undefined]);
    db.$client.exec("BEGIN IMMEDIATE");
    expect((await post(share("a"))).status).toBe(503);
    db.$client.exec("COMMIT");
    expect(collector.notices()).toEqual(["cannot-write"]);
    expect((await post(share("a"))).status).toBe(202);
    expect(collector.notices()).toEqual([]);
    noteLostEvents(db, { mark: 8, now: 5 });
    expect(collector.checkLoss()).toBe("events were lost");
    expect(await readMetrics(url)).toContain("intishar_lost_events 7");
    collector.condemn();
    expect(collector.notices()).toEqual(["database-damaged"]);
  });

  it("counts what is missing once, and takes nothing in before that is written down", async () => {
    let other = () => {};
    const { post, db, databasePath } = await startCollector(
      { busyMs: 20 },
      {
        before: (db) => {
          writeFileSync(`${db.$client.name}.mark`, "9");
          db.$client.exec("BEGIN IMMEDIATE");
          other = () => void db.$client.exec("ROLLBACK");
        },
      },
    );
    expect(readLostEvents(db)).toBeNull();
    expect((await post(share("a"))).status).toBe(503);
    other();
    expect((await post({ events: [share("a"), share("b")] })).status).toBe(202);
    expect([readLostEvents(db)?.events, readAcknowledged(db)]).toEqual([9, 11]);
    // Killed before it could set the mark anew.
    writeFileSync(`${databasePath}.mark`, "9");
    const again = createCollector({
      db: openDatabase(databasePath, COLLECTOR_CONNECTION),
      ...{ metricsToken: null, log: () => {}, site: site("https://go.example", "127.0.0.1:0") },
      script: { text: "", gzip: Buffer.from(""), tag: '""' },
    });
    await again.stop();
    expect([readLostEvents(db)?.events, readAcknowledged(db)]).toEqual([9, 11]);
    expect(readFileSync(`${databasePath}.mark`, "utf8")).toBe("11");
  });

  it("takes nothing into a file that was moved away, and says so until it is back", async () => {
    const { post, db, collector, databasePath, failures } = await startCollector({ watchMs: 5 });
    expect((await post(share("a"))).status).toBe(202);
    renameSync(databasePath, `${databasePath}.moved`);
    const said: unknown[] = [];
    for (let n = 0; n < 20; n += 1) {
      expect((await post({ events: [share(`b${n}`), share(`c${n}`)] })).status).toBe(503);
      said.push(...collector.notices());
      expect(() => collector.checkWriting()).toThrow("another file");
    }
    // Never in between as if all were well.
    expect(said).toEqual(Array.from({ length: 20 }, () => "cannot-write"));
    // By whoever noticed first: those who sent, or the watch.
    expect(failures.map(({ error }) => String(error))).toEqual([expect.stringContaining("another file")]);
    renameSync(`${databasePath}.moved`, databasePath);
    expect((await post(share("d"))).status).toBe(202);
    expect(collector.notices()).toEqual([]);
    expect(db.$client.prepare("SELECT code FROM shares ORDER BY code").pluck().all()).toEqual(["a", "d"]);
  });

  it("is not ready while the disk has no room for what events take, though a row would fit", async () => {
    const { post, db, collector, databasePath } = await startCollector({ busyMs: 20 });
    db.$client.exec("BEGIN IMMEDIATE");
    expect((await post(share("a"))).status).toBe(503);
    db.$client.exec("COMMIT");
    // In the place of a megabyte that cannot be written.
    mkdirSync(`${databasePath}.probe`);
    expect(() => collector.checkWriting()).toThrow();
    expect(() => collector.checkWriting()).toThrow();
    rmdirSync(`${databasePath}.probe`);
    expect(() => collector.checkWriting()).not.toThrow();
  });

  it("notices by itself that the disk is full, and that it no longer is, while nobody sends or asks", async () => {
    const { collector, databasePath } = await startCollector({ watchMs: 20 });
    // In the place of a megabyte that cannot be written.
    mkdirSync(`${databasePath}.probe`);
    await vi.waitFor(() => expect(collector.notices()).toEqual(["cannot-write"]));
    rmdirSync(`${databasePath}.probe`);
    await vi.waitFor(() => expect(collector.notices()).toEqual([]));
  });

  it("warns while events wait for a second or longer", async () => {
    const { post, db, collector } = await startCollector({ busyMs: 20_000 });
    db.$client.exec("BEGIN IMMEDIATE");
    const answer = post(share("a"));
    expect(collector.checkWriting()).toBe(undefined);
    await vi.waitFor(() => expect(collector.checkWriting()).toBe("warning"), { timeout: 10_000 });
    db.$client.exec("COMMIT");
    expect((await answer).status).toBe(202);
    expect(collector.checkWriting()).toBe(undefined);
  });
});

it("says when a repetition says otherwise; the first stands", async () => {
  const { post, scope, db } = await startCollector();
  const order = { id: "order-1", kind: "conversion", person: "p", value: 5 };
  await post(order);
  expect((await post(order)).body.results).toEqual([{ outcome: "duplicate", id: "order-1" }]);
  const other = await post({ ...order, value: 6 });
  expect(other.body.results).toEqual([{ outcome: "duplicate", id: "order-1", reason: "conflict" }]);
  expect(readIntakeReport(scope, { campaignId: 1 }).troubles).toMatchObject([
    { reason: "conflict", count: 1 },
  ]);
  expect(db.$client.prepare("SELECT value_micros FROM journal").pluck().all()).toEqual([5_000_000]);
});

describe("codes", () => {
  it("are handed out signed, and then what bears them is verified", async () => {
    const { postFromPage, get, url, publicKey, db, stem } = await startCollector();
    const minted = await fetch(`${url}/api/v1/codes?key=${publicKey}&count=2`, {
      ...{ method: "POST", headers: { Origin: ORIGIN } },
    });
    const { codes, base } = (await minted.json()) as { codes: string[]; base: string };
    expect(base).toBe("https://go.example/s/");
    expect(codes.map((code) => code.slice(0, 4))).toEqual([stem, stem]);
    const [first = "", second = ""] = codes;
    const local = `${stem}-abcdefgh`;
    const forged = `${first.slice(0, -1)}${first.endsWith("x") ? "y" : "x"}`;
    const { body } = await postFromPage({
      events: [
        share(first),
        share(second, { via: first }),
        share(local, { via: second }),
        share(`${stem}-other`.padEnd(12, "o"), { via: forged }),
        share("later", { via: `zzzz${first.slice(4)}` }),
      ],
    });
    expect(body.results.map(({ outcome, reason }) => reason ?? outcome)).toEqual([
      ...["accepted", "accepted", "accepted", "forged-code", "foreign-code"],
    ]);
    const evidence = db.$client.prepare("SELECT evidence FROM shares WHERE code = ?").pluck();
    expect([first, second, local].map((code) => evidence.get(code))).toEqual([null, "stated", "unverified"]);
    expect((await get(`/s/${forged}`)).status).toBe(404);
    expect((await get(`/s/${second}`)).status).toBe(302);
  });

  it("cannot be used again, looped or replayed", async () => {
    const { post, db } = await startCollector();
    await post({ events: [share("b", { via: "a" }), share("c", { via: "b" })] });
    expect((await post(share("a", { via: "c" }))).body.results[0]?.reason).toBe("loop");
    expect((await post(share("c", { id: "new", person: "thief" }))).body.results).toEqual([
      { outcome: "duplicate", id: "new", reason: "conflict" },
    ]);
    const { body } = await post({
      events: [share("x", { via: "y" }), share("y", { via: "x" }), share("z", { via: "x" })],
    });
    expect(body.results.map(({ outcome }) => outcome)).toEqual(["accepted", "refused", "accepted"]);
    for (let i = 0; i < 20; i++) expect((await post(share("c", { via: "b" }))).body.duplicate).toBe(1);
    expect(db.$client.prepare("SELECT count(*) FROM shares").pluck().get()).toBe(4);
    expect((await post(share("a", { via: "elsewhere" }))).body.accepted).toBe(1);
    expect(db.$client.prepare("SELECT parent FROM shares WHERE code = 'b'").pluck().get()).toBe("a");
  });

  it("of a seed is moved below another by what a server says again, and by no page", async () => {
    const { post, postFromPage, url, publicKey, db } = await startCollector();
    const minted = await fetch(`${url}/api/v1/codes?key=${publicKey}&count=2`, {
      ...{ method: "POST", headers: { Origin: ORIGIN } },
    });
    const [seed = "", mine = ""] = ((await minted.json()) as { codes: string[] }).codes;
    const parent = db.$client.prepare("SELECT parent FROM shares WHERE code = ?").pluck();
    await postFromPage({ events: [share(seed), share(mine)] });
    const early = { via: mine, occurredAt: "2026-02-01T09:00:00Z" };
    expect((await postFromPage(share(seed, early))).body.duplicate).toBe(1);
    expect((await postFromPage(share(seed, { ...early, id: "x" }))).body.results[0]?.reason).toBe(
      "code-taken",
    );
    expect(parent.get(seed)).toBe(null);
    expect((await post(share(seed, { via: mine }))).body.duplicate).toBe(1);
    expect(parent.get(seed)).toBe(mine);
  });
});

describe("what a page says", () => {
  it("takes the place of nothing that a server says", async () => {
    const { post, postFromPage, db, stem } = await startCollector();
    await postFromPage({ id: "order-1001", kind: "view", person: "p" });
    expect((await post({ id: "order-1001", kind: "conversion", person: "p" })).body.accepted).toBe(1);
    expect((await postFromPage(share("a1"))).body.results[0]).toMatchObject({
      reason: "foreign-code",
      id: "share:a1",
    });
    expect((await post(share("a1"))).body.accepted).toBe(1);
    await post({ ...share("maya"), person: "maya", occurredAt: "2026-03-02T00:00:00Z" });
    const early = {
      kind: "visit",
      person: "maya",
      via: `${stem}-attack`,
      occurredAt: "2026-03-01T00:00:00Z",
    };
    expect((await postFromPage(early)).body.accepted).toBe(1);
    expect(db.$client.prepare("SELECT via FROM shares WHERE code = 'maya'").pluck().get()).toBe(null);
    await post({ ...early, id: "from-the-server" });
    expect(db.$client.prepare("SELECT via FROM shares WHERE code = 'maya'").pluck().get()).toBe(
      `${stem}-attack`,
    );
  });

  it("decides nobody's parent, even where it names a code that bears our signature", async () => {
    const { post, postFromPage, db, url, publicKey } = await startCollector();
    const answer = await fetch(`${url}/api/v1/codes?key=${publicKey}`, {
      method: "POST",
      headers: { Origin: ORIGIN },
    });
    const [signed = ""] = ((await answer.json()) as { codes: string[] }).codes;
    const visit = { kind: "visit", person: "maya", via: signed, occurredAt: "2026-03-01T00:00:00Z" };
    await post({ ...share("maya"), person: "maya", occurredAt: "2026-03-02T00:00:00Z" });
    expect((await postFromPage(visit)).body.accepted).toBe(1);
    const parent = db.$client.prepare("SELECT via FROM shares WHERE code = 'maya'").pluck();
    expect(parent.get()).toBe(null);
    await post({ ...visit, id: "from-the-server" });
    expect(parent.get()).toBe(signed);
  });

  it("sows no seed that was paid for, as a server may", async () => {
    const { post, postFromPage, db, stem } = await startCollector();
    const paid = { seedKind: "paid" };
    expect((await postFromPage(share(`${stem}-aaaaaa`, paid))).body.accepted).toBe(1);
    expect((await post(share("s", paid))).body.accepted).toBe(1);
    const kinds = db.$client.prepare("SELECT seed_kind FROM cascades ORDER BY root = 's'").pluck().all();
    expect(kinds).toEqual([null, "paid"]);
  });

  it("reaches no goal of which the campaign hears from its servers alone", async () => {
    const { post, postFromPage, db, scope } = await startCollector();
    const conversion = { kind: "conversion", person: "maya", value: 100, currency: "SDG" };
    expect((await postFromPage({ ...conversion, id: "before" })).body.accepted).toBe(1);
    db.$client.exec("UPDATE collections SET goal_from = 'server'");
    const after = () => postFromPage({ ...conversion, id: "after" });
    // The collector learns of a change within a second.
    await expect
      .poll(async () => (await after()).body.results[0], { timeout: 5000 })
      .toMatchObject({ outcome: "refused", field: "kind", reason: "server-only", id: "after" });
    expect((await postFromPage({ kind: "view", person: "maya" })).body.accepted).toBe(1);
    expect((await post({ ...conversion, id: "paid" })).body.accepted).toBe(1);
    expect(readIntakeReport(scope, { campaignId: 1 }).troubles[0]).toMatchObject({ reason: "server-only" });
  });

  it("is judged again when it is tried again", async () => {
    const { post, postFromPage, scope, db, stem } = await startCollector();
    const late = (code: string, more = {}) => share(code, { ...more, occurredAt: Date.now() + HOUR });
    await postFromPage(late(`${stem}-aaaaaa`));
    await postFromPage(late(`${stem}-bbbbbb`), { "User-Agent": "Googlebot/2.1" });
    await postFromPage(late(`${stem}-cccccc`, { via: `${stem}1234567890123` }));
    await post(late("s", { via: "t" }));
    const tried = () => retryQuarantined(scope, { campaignId: 1, after: 0, now: Date.now() + 2 * HOUR });
    expect(tried()).toEqual({ left: 4, next: null });
    expect(tried()).toEqual({ left: 0, next: null });
    const { sources, troubles, labels } = readIntakeReport(scope, { campaignId: 1 });
    expect(sources).toMatchObject([
      { source: "browser", received: 3, accepted: 2, quarantined: 0, refused: 1 },
      { source: "server", received: 1, accepted: 1, quarantined: 0 },
    ]);
    expect(troubles).toMatchObject([{ reason: "forged-code", count: 1 }]);
    expect(labels).toMatchObject([{ label: "bot", count: 1 }]);
    const codes = db.$client.prepare("SELECT code FROM shares").pluck().all();
    expect(new Set(codes)).toEqual(new Set([`${stem}-aaaaaa`, "s"]));
  });
});

describe("sending people on", () => {
  const minted = async ({ url, serverKey }: { url: string; serverKey: string }) => {
    const headers = { Authorization: `Bearer ${serverKey}` };
    const answer = await fetch(`${url}/api/v1/codes`, { method: "POST", headers });
    return ((await answer.json()) as { codes: string[] }).codes[0] ?? "";
  };

  it("notes the visit and carries the code along", async () => {
    const under = await startCollector();
    const code = await minted(under);
    await under.post(share(code));
    const answer = await under.get(`/s/${code}?url=https://evil.example`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(`${LANDING}&ish=${code}.r`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const touch = under.db.$client.prepare("SELECT visits FROM touches WHERE code = ?").pluck();
    expect(touch.get(code)).toBe(1);
    expect((await under.get(`/s/${code}`, { "Sec-GPC": "1" })).status).toBe(302);
    const persons = under.db.$client
      .prepare("SELECT person FROM persons WHERE visits > 0 ORDER BY 1")
      .pluck()
      .all();
    expect(persons).toEqual([expect.stringMatching(/^device:/), expect.stringMatching(/^once:/)]);
  });

  it("takes a burst on one link for a scanner, sends it on, and leaves each visit to the page to report", async () => {
    const under = await startCollector();
    const [code, other] = [await minted(under), await minted(under)];
    await under.post({ events: [share(code), share(other)] });
    const landings: (string | null)[] = [];
    for (let follow = 0; follow < 6; follow += 1)
      landings.push((await under.get(`/s/${code}`)).headers.get("location"));
    expect(landings.map((landing) => landing?.endsWith(".r"))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect((await under.get(`/s/${other}`)).headers.get("location")).toMatch(/\.r$/);
    const { labels } = readIntakeReport(under.scope, { campaignId: 1 });
    expect(labels).toEqual([{ label: "bot", agent: "scanner", count: 3 }]);
  });

  it("goes on where the database file is damaged, and nothing is said to be stored", async () => {
    const under = await startCollector();
    const code = await minted(under);
    await under.post(share(code));
    under.collector.noteSoundness();
    const metrics = () => readMetrics(under.url);
    expect(await metrics()).toContain("intishar_database_sound 1");
    under.collector.condemn();
    expect((await under.post(share("later"))).status).toBe(503);
    const answer = await under.get(`/s/${code}`);
    expect([answer.status, answer.headers.get("location")]).toEqual([302, `${LANDING}&ish=${code}`]);
    expect(() => under.collector.checkWriting()).toThrow("damaged");
    expect(await metrics()).toContain("intishar_database_sound 0");
    expect(under.db.$client.prepare("SELECT count(*) FROM shares").pluck().get()).toBe(1);
  });

  it("tells machines from people by each sign alone", async () => {
    const under = await startCollector();
    const code = await minted(under);
    await under.post(share(code));
    const looks: [Record<string, string>, string, number][] = [
      [{ "User-Agent": "WhatsApp/2.24.1 A" }, "GET", 200],
      [{ "User-Agent": "TelegramBot (like TwitterBot)" }, "GET", 200],
      [{ "Sec-Purpose": "prefetch;prerender" }, "GET", 302],
      [{ "User-Agent": "" }, "GET", 302],
      [{ "User-Agent": "curl/8.5.0" }, "GET", 302],
      [{}, "HEAD", 200],
      [{ "User-Agent": `${BROWSER} Instagram 300.0` }, "GET", 302],
    ];
    for (const [headers, method, status] of looks)
      expect((await under.get(`/s/${code}`, headers, method)).status, JSON.stringify(headers)).toBe(status);
    const ahead = await under.get(`/s/${code}`, { "Sec-Purpose": "prefetch" });
    expect(ahead.headers.get("location")).toBe(`${LANDING}&ish=${code}`);
    const { labels } = readIntakeReport(under.scope, { campaignId: 1 });
    const counted = labels.map(({ label, agent, count }) => `${label} ${agent} ${count}`).sort();
    expect(counted).toEqual([
      ...["bot bot 1", "bot nameless 1", "prefetch browser 2", "preview other 1"],
      ...["preview telegram 1", "preview whatsapp 1"],
    ]);
    expect(under.db.$client.prepare("SELECT visits FROM touches").pluck().get()).toBe(1);
    const card = await (await under.get(`/s/${code}`, { "User-Agent": "WhatsApp/2.24.1 A" })).text();
    expect(card).toContain('<meta property="og:title" content="Spring &lt;offer&gt;">');
  });

  it("counts a visit that may be the sharer's own, and says that it is doubtful", async () => {
    const under = await startCollector();
    const code = await minted(under);
    await under.postFromPage(share(code));
    expect((await under.get(`/s/${code}`)).status).toBe(302);
    const report = () => readIntakeReport(under.scope, { campaignId: 1 });
    expect(report()).toMatchObject({ labels: [], doubtful: 1 });
    await under.get(`/s/${code}`, { "User-Agent": `${BROWSER} other` });
    expect(report()).toMatchObject({ labels: [], doubtful: 1 });
    expect(under.db.$client.prepare("SELECT visits FROM touches").pluck().get()).toBe(2);
    const visitors = "SELECT count(*) FROM persons WHERE person LIKE 'device:%' AND visits = 1";
    expect(under.db.$client.prepare(visitors).pluck().get()).toBe(2);
  });

  it("has a page for a link that leads nowhere, in the reader's language", async () => {
    const { get } = await startCollector();
    const answer = await get("/s/none", { "Accept-Language": "ar" });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('lang="ar" dir="rtl"');
  });
});

describe("what the operator sees", () => {
  it("counts, and tells it to whoever holds the token alone, from wherever they ask", async () => {
    const open = await startCollector();
    await open.post({ events: [share("a"), { kind: "share" }] });
    const text = await readMetrics(open.url);
    expect(text).toContain('intishar_events_total{source="server",outcome="accepted",reason=""} 1');
    expect(text).toContain("intishar_shares_held_back 0");
    expect(Number(/^intishar_log_bytes (\d+)$/m.exec(text)?.[1])).toBeGreaterThan(0);
    expect(text).toContain('intishar_events_total{source="server",outcome="quarantined",reason="missing"} 1');
    expect((await open.get("/metrics")).status).toBe(404);
    expect((await open.get("/metrics", { Authorization: "Bearer sixteen-letters-y" })).status).toBe(404);
    const closed = await startCollector({}, { metricsToken: null });
    for (const headers of [{}, { Authorization: "Bearer " }, { Authorization: "Bearer null" }])
      expect((await closed.get("/metrics", headers)).status).toBe(404);
  });
});
