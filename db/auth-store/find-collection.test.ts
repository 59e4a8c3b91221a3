import { expect, test } from "vitest";
import { createServerKey } from "#db/queries/collections/create-server-key.ts";
import { revokeServerKey } from "#db/queries/collections/revoke-server-key.ts";
import { rotateKey } from "#db/queries/collections/rotate-key.ts";
import { plantTenants } from "#db/queries/testing/plant-tenants.ts";
import { openIngestScope } from "#db/scope.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import { type CollectionHolder, findCollection } from "./find-collection.ts";

test("a key, a secret and the beginning of a code each lead to their own campaign, and to no other", () => {
  const { db, owner, namesake } = plantTenants();
  const [own, theirs] = [owner, namesake].map((scope) =>
    createServerKey(scope, { campaignId: 1, name: "shop", now: 1 }),
  ) as [string, string];
  const workspaceOf = (holder: CollectionHolder) => findCollection(db, holder)?.workspace.id ?? null;
  expect([{ publicKey: "ipk_canary" }, { stem: "cccc" }, { serverKey: own }].map(workspaceOf)).toEqual([
    1, 1, 1,
  ]);
  expect([{ publicKey: "ipk_plain" }, { stem: "pppp" }, { serverKey: theirs }].map(workspaceOf)).toEqual([
    3, 3, 3,
  ]);
  const wrong = [
    { publicKey: own },
    { publicKey: "cccc" },
    { publicKey: "" },
    { publicKey: "ipk_Canary" },
    { stem: "ipk_canary" },
    { stem: "" },
    { stem: "CCCC" },
    { stem: own },
    { serverKey: "ipk_canary" },
    { serverKey: "" },
    { serverKey: `${own}x` },
    { serverKey: `isk_${own.slice(-4)}` },
    { serverKey: "canary" },
  ];
  expect(wrong.filter((holder) => workspaceOf(holder) !== null)).toEqual([]);
});

test("a revoked key leads nowhere; the other ways into its campaign go on", () => {
  const { db, owner } = plantTenants();
  const [first, second] = ["shop", "bot"].map((name) =>
    createServerKey(owner, { campaignId: 1, name, now: 1 }),
  ) as [string, string];
  const open = (serverKey: string) => openIngestScope(db, { serverKey }).collection.campaignId;
  expect([open(first), open(second)]).toEqual([1, 1]);
  const row = db.$client.prepare("SELECT id FROM server_keys WHERE name = 'shop'").pluck().get() as number;
  revokeServerKey(owner, { keyId: row, now: 2 });
  expect(findCollection(db, { serverKey: first })).toBeNull();
  expect(() => open(first)).toThrow(NotFoundError);
  expect(open(second)).toBe(1);
  expect(findCollection(db, { publicKey: "ipk_canary" })?.grant.campaignId).toBe(1);
  expect(findCollection(db, { stem: "cccc" })?.grant.campaignId).toBe(1);
});

test("what a campaign blocks, counts money in and signed with before is its own, whoever else's bears its number", () => {
  const { db, owner, namesake } = plantTenants();
  const pay = (workspaceId: number, currency: string) =>
    db.$client.prepare("UPDATE campaigns SET currency = ? WHERE workspace_id = ?").run(currency, workspaceId);
  pay(1, "USD");
  pay(3, "YER");
  const of = { campaignId: 1 };
  rotateKey(owner, { ...of, kind: "stem", endsAt: null, now: 1 });
  rotateKey(namesake, { ...of, kind: "signing", endsAt: null, now: 1 });
  const grantOf = (publicKey: string) => findCollection(db, { publicKey })?.grant;
  expect(grantOf("ipk_canary")).toMatchObject({
    blocked: ["https://blocked.canary.example"],
    currency: "USD",
    pastStems: ["cccc"],
    pastSigningKeys: [],
  });
  expect(grantOf("ipk_plain")).toMatchObject({
    blocked: ["https://blocked.plain.example"],
    currency: "YER",
    pastStems: [],
    pastSigningKeys: ["plain"],
  });
});

test("what is stored of one kind of key opens nothing as another kind", () => {
  const { db } = plantTenants();
  const retire = (kind: string, value: string, id: number) =>
    db.$client.prepare("INSERT INTO retired_keys VALUES (1, 1, ?, ?, ?, NULL, 1, NULL)").run(id, kind, value);
  retire("public", "zzzz", 1);
  retire("stem", "yyyy", 2);
  expect(findCollection(db, { stem: "zzzz" })).toBeNull();
  expect(findCollection(db, { stem: "yyyy" })?.workspace.id).toBe(1);
});
