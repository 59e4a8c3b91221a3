import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { importRunner } from "#app/_front/import-runner.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { beginRetraction, retractImport } from "#db/import/retract-import.ts";
import { openDatabase } from "#db/open-database.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { createLink } from "#db/queries/links/create-link.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import { type CollectorUnderTest, startCollector } from "./collector/testing/start-collector.ts";

const KEY = { workspaceId: 1, campaignId: 1 };
const SHARES = 12_000;

/** A campaign of which an import brought every third share; half of all hang on the first. */
function plant({ db, scope }: CollectorUnderTest): number {
  const file = { fileName: "log.csv", fileBytes: 1000, storedPath: null, mapping: {}, zone: "UTC", now: 0 };
  const format = { kind: "csv", delimiter: "," } as const;
  const importId = createImport(scope, { ...file, format, campaignId: 1, policy: "keep-good" });
  const log = Array.from({ length: SHARES }, (_, i) => ({
    ...BLANK_EVENT,
    ...({
      id: `s${i}`,
      kind: "share",
      person: `p${i % 9000}`,
      code: `s${i}`,
      channel: "x",
      arrives: i > 0,
    } as const),
    ...{ via: i === 0 ? null : `s${i % 2 === 0 ? 0 : (i * 7919) % i}`, occurredAt: i * 1000 },
  }));
  const delivery = { source: "event-log", receivedAt: 0, online: false };
  const store = eventStoreOf(db);
  store.append(
    KEY,
    log.filter((_, i) => i % 3 === 0),
    { ...delivery, importId },
  );
  store.append(
    KEY,
    log.filter((_, i) => i % 3 !== 0),
    { ...delivery, importId: null },
  );
  db.$client.exec("UPDATE imports SET status = 'done', accepted = received");
  return importId;
}

const WAYS: Readonly<Record<string, (under: CollectorUnderTest, importId: number) => void>> = {
  "in the runner's thread": ({ databasePath }) => {
    const runner = importRunner({
      db: openDatabase(databasePath),
      log: ({ error }) => {
        throw error;
      },
    });
    onTestFinished(() => runner.stop());
    runner.start();
  },
  "on the very loop that collects": ({ scope }, importId) => {
    const undone = retractImport(scope, importId, { now: Date.now });
    onTestFinished(() => undone);
  },
};

test.each(Object.entries(WAYS))(
  "nothing that is collected while an import is undone is lost or refused: undone %s",
  async (_, undo) => {
    const under = await startCollector();
    const { db, scope, get, post, failures } = under;
    const importId = plant(under);
    const code = createLink(scope, {
      ...{ campaignId: 1, now: Date.now() },
      input: { name: "poster", channel: "x", seedKind: "paid", targetUrl: null, utm: {} },
    });
    const stored = (source: string) =>
      db.$client.prepare("SELECT count(*) FROM journal WHERE source = ?").pluck().get(source) as number;
    beginRetraction(scope, importId, { status: "undone" });
    undo(under, importId);
    let sent = 0;
    let amidst = 0;
    const shown = new Set<number>();
    for (let isUnderWay = true; isUnderWay; ) {
      const before = readImport(scope, { importId });
      // Half of them hang on shares that the import brought, or brought the parents of.
      const event = {
        kind: "share",
        person: `late-${sent}`,
        code: `late-${sent}`,
        via: `s${(sent * 31) % SHARES}`,
      };
      const [redirect, answer] = await Promise.all([get(`/s/${code}`), post(event)]);
      sent += 1;
      expect([redirect.status, answer.status]).toEqual([302, 202]);
      expect(answer.body).toMatchObject({ accepted: 1 });
      shown.add(before.bytesRead);
      isUnderWay = readImport(scope, { importId }).status !== "undone";
      if (isUnderWay && stored("redirect") === sent) amidst += 1;
      await wait(1);
    }
    expect([stored("redirect"), stored("server")]).toEqual([sent, sent]);
    expect(amidst).toBeGreaterThan(10);
    expect(shown.size).toBeGreaterThan(3);
    expect(failures).toEqual([]);
    const left = under.digest();
    eventStoreOf(db).rebuild(KEY);
    expect(under.digest()).toBe(left);
    const own = "SELECT count(*) FROM journal WHERE import_id IS NOT NULL";
    expect(db.$client.prepare(own).pluck().get()).toBe(0);
  },
  120_000,
);
