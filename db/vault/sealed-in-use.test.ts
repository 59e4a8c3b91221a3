import { expect, onTestFinished, test, vi } from "vitest";
import { beginTotp } from "#db/auth-store/totp.ts";
import { judgeCode } from "#db/codes/judge-code.ts";
import { mintCode } from "#db/codes/mint-code.ts";
import { openIntake } from "#db/intake/testing/open-intake.ts";
import { openDatabase } from "#db/open-database.ts";
import { addEvents } from "#db/queries/campaigns/testing/add-events.ts";
import { readCollection } from "#db/queries/collections/read-collection.ts";
import { rotateKey } from "#db/queries/collections/rotate-key.ts";
import { setCollection } from "#db/queries/collections/set-collection.ts";
import { createLink } from "#db/queries/links/create-link.ts";
import { createReportLink } from "#db/queries/reports/create-report-link.ts";
import { listReportCascades } from "#db/queries/reports/list-report-cascades.ts";
import { users } from "#db/schema/users.ts";
import { openIngestScope, openOperatorScope, openReportScope } from "#db/scope.ts";
import { ConflictError } from "#lib/access/errors.ts";
import { ReportLinkInput } from "#lib/access/report-link.ts";
import { CollectionInput } from "#lib/domain/collection.ts";
import { LinkInput } from "#lib/domain/link.ts";
import { sealSecrets } from "./seal-secrets.ts";
import { ALIAS_KEY, PUBLIC_KEY, SEALED_COLUMNS, SIGNING_KEY } from "./sealed-columns.ts";
import { openSecret, sealSecret } from "./secrets-of.ts";
import { OTHER_VAULT, TEST_SECRETS, TEST_VAULT } from "./testing/test-vault.ts";
import { Vault } from "./vault.ts";

const REPORT = ReportLinkInput.parse({
  ...{
    name: "r",
    notes: "",
    sections: ["cascades"],
    dateMode: "free",
    fromDay: "",
    toDay: "",
    expiresOn: "",
  },
  ...{ aliases: true, csv: true, previewCard: false, locale: "", theme: "light", embedOrigins: "" },
});
const LINK = LinkInput.parse({
  ...{ name: "l", channel: "x", seedKind: "organic", targetUrl: "" },
  ...{ source: "", medium: "", campaign: "", content: "", term: "" },
});

/** A campaign that collects, two cascades, and a report of them under aliases. */
function plant() {
  const { db, scope } = openIntake();
  addEvents(scope, 1, [
    ...["ann", "bob"].map((person) => ({
      ...{
        kind: "share" as const,
        person,
        code: `code-${person}`,
        occurredAt: 1,
        seedKind: "organic" as const,
      },
    })),
  ]);
  const token = createReportLink(scope, { campaignId: 1, input: REPORT, passwordHash: null, now: 0 });
  const key = readCollection(scope, { campaignId: 1 })?.publicKey ?? "";
  const withVault = (vault: Vault) => {
    const other = openDatabase(db.$client.name, { vault });
    onTestFinished(() => void other.$client.close());
    return { db: other, scope: openOperatorScope(other, scope.workspaceSlug) };
  };
  /** Writes the secrets as older versions did. */
  const unseal = () => {
    const places = [
      [SIGNING_KEY, 1],
      [PUBLIC_KEY, 1],
      [SIGNING_KEY, 2],
      [PUBLIC_KEY, 2],
      [ALIAS_KEY, 1],
    ] as const;
    for (const [{ table, column, rowId, hash }, id] of places) {
      const where = `WHERE workspace_id = 1 AND ${rowId} = ${id}`;
      const stored = db.$client.prepare(`SELECT ${column} FROM ${table} ${where}`).pluck().get() as string;
      const place = { column: { table, column }, workspaceId: 1, rowId: id };
      const text = openSecret(db, place, stored);
      db.$client
        .prepare(`UPDATE ${table} SET ${column} = ?${hash === null ? "" : `, ${hash} = NULL`} ${where}`)
        .run(text);
    }
  };
  return { db, scope, token, key, withVault, unseal };
}

const namesIn = (db: ReturnType<typeof plant>["db"], token: string) =>
  listReportCascades(openReportScope(db, { token, unlock: undefined, secret: "", now: 0 }), {}).rows.map(
    ({ person }) => person,
  );

test("what is made is sealed from the beginning: no column holds it in plain", () => {
  const { db, key, scope } = plant();
  rotateKey(scope, { campaignId: 1, kind: "signing", endsAt: null, now: 0 });
  db.insert(users).values({ id: 7, email: "x@example.org", passwordHash: "", createdAt: 0 }).run();
  beginTotp(db, 7, 0);
  for (const { table, column } of SEALED_COLUMNS) {
    const sql = `SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL`;
    const stored = db.$client.prepare(sql).pluck().all() as string[];
    expect(stored.length).toBeGreaterThan(0);
    for (const text of stored) expect(text).toMatch(/^v1\./);
  }
  expect(key).toMatch(/^ipk_/);
  expect(JSON.stringify(db.$client.prepare("SELECT * FROM collections").all())).not.toContain(key);
});

test("what an exchanged key signed is known, also when its seal is made anew, until that secret is lost", () => {
  const { db, scope, key, withVault } = plant();
  const { stem, signingKey } = openIngestScope(db, { publicKey: key }).collection;
  const code = mintCode({ stem, signingKey: signingKey ?? "" });
  rotateKey(scope, { campaignId: 1, kind: "signing", endsAt: null, now: 0 });
  const judged = (on: typeof db) => judgeCode(code, openIngestScope(on, { publicKey: key }).collection);
  expect(judged(db)).toBe("signed");
  const next = new Vault({ current: "n".repeat(40), previous: [TEST_SECRETS.current] });
  sealSecrets(db, next);
  expect(judged(withVault(next).db)).toBe("signed");
  expect(judged(db)).toBe("unsigned");
});

test("a connection has its vault in every copy of the module, as pages are bundled", async () => {
  const { db } = plant();
  const place = { column: SIGNING_KEY, workspaceId: 1, rowId: 1 };
  const sealed = sealSecret(db, place, "text");
  vi.resetModules();
  const copy = await import("./secrets-of.ts");
  expect(copy.openSecret).not.toBe(openSecret);
  expect(copy.openSecret(db, place, sealed)).toBe("text");
});

test("codes, names and keys are the same while secrets are plain, once they are sealed, and sealed anew", () => {
  const { db, scope, token, key, withVault, unseal } = plant();
  const { stem, signingKey } = openIngestScope(db, { publicKey: key }).collection;
  const code = mintCode({ stem, signingKey: signingKey ?? "" });
  const link = createLink(scope, { campaignId: 1, input: LINK, now: 0 });
  const seen = (on: typeof db) => ({
    names: namesIn(on, token),
    judged: [code, link, `${stem}0123456789abc`].map((each) =>
      judgeCode(each, openIngestScope(on, { publicKey: key }).collection),
    ),
    shown: readCollection(openOperatorScope(on, scope.workspaceSlug), { campaignId: 1 }),
  });
  const before = seen(db);
  expect(before.names).toHaveLength(3);
  expect(before.judged).toEqual(["signed", "signed", "forged"]);
  expect(before.shown).toMatchObject({ publicKey: key, canSign: true });
  unseal();
  expect(db.$client.prepare("SELECT public_key FROM collections WHERE campaign_id = 1").pluck().get()).toBe(
    key,
  );
  expect(seen(db)).toEqual(before);
  expect(sealSecrets(db, TEST_VAULT).sealed).toBe(5);
  expect(seen(db)).toEqual(before);
  expect(seen(withVault(TEST_VAULT).db)).toEqual(before);
});

test("without the secret a campaign is found and set up, its codes judged unverified, and its names left out", () => {
  const { db, token, key, withVault } = plant();
  const { stem, signingKey } = openIngestScope(db, { publicKey: key }).collection;
  const code = mintCode({ stem, signingKey: signingKey ?? "" });
  const lost = withVault(OTHER_VAULT);
  const found = openIngestScope(lost.db, { publicKey: key }).collection;
  expect(found).toEqual({ ...openIngestScope(db, { publicKey: key }).collection, signingKey: null });
  expect(judgeCode(code, found)).toBe("unsigned");
  expect(judgeCode(`aaaa${code.slice(4)}`, found)).toBe("foreign");
  expect(readCollection(lost.scope, { campaignId: 1 })).toMatchObject({ publicKey: null, canSign: false });
  expect(namesIn(lost.db, token)).toEqual([null, null]);
  const making = () => createLink(lost.scope, { campaignId: 1, input: LINK, now: 0 });
  expect(making).toThrow(new ConflictError("name", "sealed"));
  const input = CollectionInput.parse({
    ...{ targetUrl: "https://b.example/", origins: "", cardTitle: "", cardText: "", cardImage: "" },
  });
  setCollection(lost.scope, { campaignId: 1, input, now: 0 });
  expect(readCollection(lost.scope, { campaignId: 1 })?.targetUrl).toBe("https://b.example/");
});

test("a row that is copied over another does not lend it its keys", () => {
  const { db, key } = plant();
  const other = openIngestScope(db, { publicKey: key }).collection.signingKey;
  expect(other).not.toBeNull();
  db.$client.exec(`UPDATE collections SET signing_key = (SELECT signing_key FROM collections WHERE campaign_id = 2)
    WHERE campaign_id = 1`);
  expect(openIngestScope(db, { publicKey: key }).collection.signingKey).toBeNull();
});

test("a connection without a vault reads no secret and writes none", () => {
  const { db, key } = plant();
  const bare = openDatabase(db.$client.name);
  onTestFinished(() => void bare.$client.close());
  expect(() => openIngestScope(bare, { publicKey: key })).toThrow("without a vault");
  const making = () =>
    createReportLink(openOperatorScope(bare, "own"), {
      campaignId: 1,
      input: REPORT,
      passwordHash: null,
      now: 0,
    });
  expect(making).toThrow("without a vault");
});
