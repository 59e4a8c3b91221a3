import { expect, test } from "vitest";
import { mintCode } from "#db/codes/mint-code.ts";
import { openIngestScope } from "#db/scope.ts";
import { OTHER_VAULT, TEST_VAULT } from "#db/vault/testing/test-vault.ts";
import type { Vault } from "#db/vault/vault.ts";
import { startCollector } from "./testing/start-collector.ts";

/** What a collector makes of a page and its visitors whose database was sealed with the tests' secret. */
async function collectWith(vault: Vault) {
  const { db, stem, publicKey, ...under } = await startCollector({}, { vault });
  const { signingKey } = openIngestScope(db, { stem }).collection;
  const [ours, later] = [1, 2].map(() => mintCode({ stem, signingKey: signingKey ?? "" }));
  const forged = `${stem}0123456789abc`;
  const events = [ours, forged].map((code, n) => ({
    ...{ kind: "share", id: `event-${n}`, person: `p${n}`, code, channel: "x", occurredAt: Date.now() },
  }));
  const { status, body } = await under.postFromPage({ events });
  const redirects = [(await under.get(`/s/${ours}`)).status, (await under.get(`/s/${forged}`)).status];
  const asked = await fetch(`${under.url}/api/v1/codes?key=${publicKey}`, {
    ...{ method: "POST", headers: { Origin: "https://shop.example" } },
  });
  const server = await under.post({ kind: "share", person: "s", code: later, channel: "x" });
  const verified = db.$client
    .prepare("SELECT verified FROM journal WHERE via = ? AND kind = 'visit'")
    .pluck();
  return {
    events: [status, body.results.map(({ outcome }) => outcome)],
    redirects,
    codes: [asked.status, Object.keys(await asked.json())],
    server: server.status,
    visits: verified.all(ours),
    failures: under.failures,
  };
}

test("with its secret a collector signs, verifies, and refuses what is forged", async () => {
  expect(await collectWith(TEST_VAULT)).toEqual({
    events: [202, ["accepted", "refused"]],
    redirects: [302, 404],
    codes: [200, ["codes", "base"]],
    server: 202,
    visits: [1],
    failures: [],
  });
});

test("without it the collector goes on: it takes everything in as unverified, and signs nothing", async () => {
  expect(await collectWith(OTHER_VAULT)).toEqual({
    events: [202, ["accepted", "accepted"]],
    redirects: [302, 302],
    codes: [503, ["error"]],
    server: 202,
    visits: [0],
    failures: [],
  });
});
