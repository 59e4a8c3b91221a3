import { expect, it } from "vitest";
import { createServerKey } from "#db/queries/collections/create-server-key.ts";
import { listServerKeys } from "#db/queries/collections/list-server-keys.ts";
import { revokeServerKey } from "#db/queries/collections/revoke-server-key.ts";
import { setCollection } from "#db/queries/collections/set-collection.ts";
import { createLink } from "#db/queries/links/create-link.ts";
import { pauseLink } from "#db/queries/links/pause-link.ts";
import { CollectionInput } from "#lib/domain/collection.ts";
import { LANDING } from "./testing/add-collecting-workspace.ts";
import { ORIGIN, startCollector } from "./testing/start-collector.ts";

/** The collector asks the database at most once a second; a flood of requests must not keep it from asking. */
const SOON = { timeout: 5000, interval: 50 };
const share = (code: string) => ({ kind: "share", person: "p", code });

it("takes nothing more under a server's key that was revoked, however busy that key is", async () => {
  const { post, url, scope, serverKey, db } = await startCollector();
  const other = createServerKey(scope, { campaignId: 1, name: "bot", now: 0 });
  const codes = async (key: string) =>
    (await fetch(`${url}/api/v1/codes`, { method: "POST", headers: { Authorization: `Bearer ${key}` } }))
      .status;
  expect((await post(share("before"))).status).toBe(202);
  expect(await codes(serverKey)).toBe(200);

  const keyId = listServerKeys(scope, { campaignId: 1 }).find(({ name }) => name === "shop")?.id ?? 0;
  revokeServerKey(scope, { keyId, now: 1 });
  let sent = 0;
  await expect.poll(async () => (await post(share(`while-${sent++}`))).status, SOON).toBe(401);
  const refused = await post(share("after"));
  expect([refused.status, refused.body.error]).toEqual([401, "unknown-key"]);
  expect((await post(share("after"), { Authorization: "", "X-Api-Key": serverKey })).status).toBe(401);
  expect(await codes(serverKey)).toBe(401);
  expect(db.$client.prepare("SELECT count(*) FROM journal WHERE code = 'after'").pluck().get()).toBe(0);

  expect((await post(share("after"), { Authorization: `Bearer ${other}` })).status).toBe(202);
  expect(await codes(other)).toBe(200);
});

it("hears no page of a site that the campaign no longer names", async () => {
  const { postFromPage, scope, stem } = await startCollector();
  const said = (targetUrl: string, origins: string) =>
    CollectionInput.parse({ targetUrl, origins, cardTitle: "", cardText: "", cardImage: "" });
  expect((await postFromPage(share(`${stem}-aaaaaa`))).status).toBe(202);
  setCollection(scope, { campaignId: 1, input: said("https://other.example/", ""), now: 1 });
  await expect.poll(async () => (await postFromPage(share(`${stem}-bbbbbb`))).status, SOON).toBe(403);
  setCollection(scope, { campaignId: 1, input: said("https://other.example/", ORIGIN), now: 2 });
  await expect.poll(async () => (await postFromPage(share(`${stem}-cccccc`))).status, SOON).toBe(202);
});

it("sends nobody on by a link that was paused, and everybody again once it leads on", async () => {
  const { get, scope } = await startCollector();
  const input = { name: "Shop", channel: "qr", seedKind: "organic", targetUrl: null, utm: {} } as const;
  const code = createLink(scope, { campaignId: 1, input, now: 0 });
  const follow = () => get(`/s/${code}`);
  expect((await follow()).headers.get("location")).toContain(LANDING);
  pauseLink(scope, { linkId: 1, pausedAt: 1 });
  await expect.poll(async () => (await follow()).status, SOON).toBe(410);
  expect((await follow()).headers.get("location")).toBeNull();
  pauseLink(scope, { linkId: 1, pausedAt: null });
  await expect.poll(async () => (await follow()).status, SOON).toBe(302);
});
