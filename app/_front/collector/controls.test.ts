import { expect, it } from "vitest";
import { mintCode } from "#db/codes/mint-code.ts";
import { blockSource } from "#db/queries/collections/block-source.ts";
import { listBlocks } from "#db/queries/collections/list-blocks.ts";
import { pauseCollection } from "#db/queries/collections/pause-collection.ts";
import { readCollection } from "#db/queries/collections/read-collection.ts";
import { rotateKey } from "#db/queries/collections/rotate-key.ts";
import { unblockSource } from "#db/queries/collections/unblock-source.ts";
import { readIntakeReport } from "#db/queries/intake/read-intake-report.ts";
import { openIngestScope } from "#db/scope.ts";
import { BlockedSource } from "#lib/collect/blocked-source.ts";
import { HOUR } from "#lib/time/lengths.ts";
import { isBlocked } from "./is-blocked.ts";
import { BROWSER, type CollectorUnderTest, ORIGIN, startCollector } from "./testing/start-collector.ts";

/** What an owner changes holds within a second. */
const SOON = { timeout: 5000, interval: 50 };
const share = (code: string) => ({ kind: "share", person: `p-${code}`, code });
const refusedOf = ({ scope }: CollectorUnderTest, reason: string) => {
  const troubles = readIntakeReport(scope, { campaignId: 1 }).troubles.filter((one) => one.reason === reason);
  return troubles.reduce((sum, { count }) => sum + count, 0);
};
/** Visits that a follow of a link adds. */
async function recorded(under: CollectorUnderTest): Promise<number> {
  const before = visits(under);
  expect((await under.get(`/s/${under.stem}-aaaaaa`)).status).toBe(302);
  return visits(under) - before;
}
const visits = ({ db }: CollectorUnderTest) =>
  db.$client.prepare("SELECT count(*) FROM journal WHERE kind = 'visit'").pluck().get() as number;

it("takes nothing in while collection is paused, counts what came, sends people on, and takes in again", async () => {
  const under = await startCollector();
  const { post, postFromPage, scope, stem } = under;
  expect([(await post(share("a"))).status, await recorded(under)]).toEqual([202, 1]);
  pauseCollection(scope, { campaignId: 1, pausedAt: 1 });
  await expect.poll(async () => (await post(share("b"))).status, SOON).toBe(403);
  const refused = await postFromPage(share(`${stem}-cccccc`));
  expect([refused.status, refused.body.error]).toEqual([403, "paused"]);
  // The page's script can read that it is not wanted, and does not try again.
  expect(refused.headers.get("access-control-allow-origin")).toBe(ORIGIN);
  await expect.poll(() => recorded(under), SOON).toBe(0);
  await expect.poll(() => refusedOf(under, "paused"), SOON).toBeGreaterThanOrEqual(3);
  pauseCollection(scope, { campaignId: 1, pausedAt: null });
  await expect.poll(async () => (await post(share("d"))).status, SOON).toBe(202);
  await expect.poll(() => recorded(under), SOON).toBe(1);
});

it("hears nobody from a blocked network or site, and everybody else", async () => {
  const under = await startCollector();
  const { post, postFromPage, scope, stem } = under;
  const blocked = (value: string) => blockSource(scope, { campaignId: 1, value, now: 1 });
  const unblock = () => {
    for (const { id } of listBlocks(scope, { campaignId: 1 }))
      unblockSource(scope, { campaignId: 1, blockId: id });
  };
  blocked("198.51.100.0/24");
  blocked("https://other.example");
  expect((await postFromPage(share(`${stem}-aaaaaa`))).status).toBe(202);
  blocked(ORIGIN);
  blocked(ORIGIN);
  await expect.poll(async () => (await postFromPage(share(`${stem}-bbbbbb`))).status, SOON).toBe(403);
  expect((await post(share("server"))).status).toBe(202);
  unblock();
  await expect.poll(async () => (await postFromPage(share(`${stem}-cccccc`))).status, SOON).toBe(202);
  blocked("127.0.0.0/8");
  await expect.poll(async () => (await post(share("b"))).body.error, SOON).toBe("blocked");
  await expect.poll(() => recorded(under), SOON).toBe(0);
  await expect.poll(() => refusedOf(under, "blocked"), SOON).toBeGreaterThanOrEqual(3);
  unblock();
  await expect.poll(async () => (await post(share("e"))).status, SOON).toBe(202);
});

it.each([
  ["192.0.2.7", "192.0.2.7", true],
  ["192.0.2.0/24", "192.0.2.200", true],
  ["192.0.2.0/24", "::ffff:192.0.2.200", true],
  ["192.0.2.0/24", "192.0.3.1", false],
  ["2001:DB8::/32", "2001:db8:1::1", true],
  ["2001:db8::/32", "2001:db9::1", false],
  ["https://Shop.example/", "192.0.2.1", false],
])("%s typed by an owner and a client at %s: %s", (typed, address, expected) => {
  expect(isBlocked({ blocked: [BlockedSource.parse(typed)] }, address, "https://else.example")).toBe(
    expected,
  );
  expect(isBlocked({ blocked: [] }, address)).toBe(false);
});

it.each([
  "",
  "shop.example",
  "192.0.2.0/33",
  "300.1.1.1",
  "ftp://a.example",
  "https://a.example/path",
  "0/0x",
])("takes %j for no site and no network", (typed) =>
  expect(BlockedSource.safeParse(typed).success).toBe(false),
);

/** Sends as a page does that still has a key of old. */
async function sendUnder({ url }: CollectorUnderTest, key: string, code: string): Promise<number> {
  const headers = { Origin: ORIGIN, "Content-Type": "text/plain", "User-Agent": BROWSER };
  const body = JSON.stringify(share(code));
  return (await fetch(`${url}/api/v1/events?key=${key}`, { method: "POST", headers, body })).status;
}

it("takes events under a new public key, and under the old one for as long as its owner says", async () => {
  const under = await startCollector();
  const { scope, stem, publicKey } = under;
  const rotate = (endsAt: number) =>
    rotateKey(scope, { campaignId: 1, kind: "public", endsAt, now: Date.now() });
  const current = () => readCollection(scope, { campaignId: 1 })?.publicKey ?? "";
  rotate(Date.now() + HOUR);
  const second = current();
  expect(second).not.toBe(publicKey);
  expect(await sendUnder(under, second, `${stem}-aaaaaa`)).toBe(202);
  expect(await sendUnder(under, publicKey, `${stem}-bbbbbb`)).toBe(202);
  rotate(Date.now());
  await expect.poll(() => sendUnder(under, second, `${stem}-cccccc`), SOON).toBe(401);
  expect(await sendUnder(under, publicKey, `${stem}-dddddd`)).toBe(202);
  expect(await sendUnder(under, current(), `${stem}-eeeeee`)).toBe(202);
});

it("knows codes that an earlier key signed, and those that begin as they did before, until they end", async () => {
  const under = await startCollector();
  const { scope, db, stem, publicKey, get } = under;
  const keys = (of = stem) => {
    const { signingKey, ...rest } = openIngestScope(db, { stem: of }).collection;
    if (signingKey === null) throw new Error("the campaign's key does not open");
    return { ...rest, signingKey };
  };
  const old = mintCode(keys());
  const verified = () =>
    db.$client.prepare("SELECT verified FROM journal ORDER BY seq DESC LIMIT 1").pluck().get();
  rotateKey(scope, { campaignId: 1, kind: "signing", endsAt: null, now: 1 });
  expect(keys().signingKey).not.toBe(keys().pastSigningKeys[0]);
  expect((await get(`/s/${old}`)).status).toBe(302);
  expect(verified()).toBe(1);
  rotateKey(scope, { campaignId: 1, kind: "stem", endsAt: null, now: 2 });
  const after = readCollection(scope, { campaignId: 1 });
  expect(after?.stem).not.toBe(stem);
  expect(after?.publicKey?.startsWith(`ipk_${after.stem}`)).toBe(true);
  await expect.poll(() => sendUnder(under, after?.publicKey ?? "", `${after?.stem}-aaaaaa`), SOON).toBe(202);
  expect(await sendUnder(under, after?.publicKey ?? "", `${stem}-bbbbbb`)).toBe(202);
  expect(await sendUnder(under, publicKey, `${stem}-cccccc`)).toBe(202);
  expect((await get(`/s/${old}`)).status).toBe(302);
  expect((await get(`/s/${mintCode(keys(after?.stem))}`)).status).toBe(302);

  const third = mintCode(keys());
  rotateKey(scope, { campaignId: 1, kind: "signing", endsAt: 3, now: 3 });
  await expect.poll(async () => (await get(`/s/${third}`)).status, SOON).toBe(404);
});
