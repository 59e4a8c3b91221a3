import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { onTestFinished } from "vitest";
import { COLLECTOR_CONNECTION, type Collector, createCollector } from "#app/_front/collector/collector.ts";
import type { CollectorOptions } from "#app/_front/collector/context.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import { site } from "#app/_front/site.ts";
import { startServer } from "#app/_front/start-server.ts";
import { eventStoreOf } from "#db/event-store-of.ts";
import { type IntisharDatabase, openDatabase } from "#db/open-database.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";
import type { Vault } from "#db/vault/vault.ts";
import type { Permission } from "#lib/access/permission.ts";
import type { Scope } from "#lib/access/scope.ts";
import type { IntakeResult } from "#lib/domain/intake.ts";
import { freePort } from "./free-port.ts";
import { METRICS_TOKEN } from "./metrics-token.ts";
import { plantCollection } from "./plant-collection.ts";

export const ORIGIN = "https://shop.example";

/** What the collector answers to events. */
export interface CollectedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: {
    readonly received: number;
    readonly accepted: number;
    readonly duplicate: number;
    readonly quarantined: number;
    readonly refused: number;
    readonly results: readonly IntakeResult[];
    readonly error?: string;
  };
}

/** A collector on a free port, over a database file of its own in which campaign 1 collects. */
export interface CollectorUnderTest {
  readonly url: string;
  readonly databasePath: string;
  readonly db: IntisharDatabase;
  readonly scope: Scope<Permission>;
  readonly collector: Collector;
  readonly serverKey: string;
  readonly publicKey: string;
  readonly stem: string;
  readonly failures: readonly Failure[];
  /** Sends as a server does. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<CollectedAnswer>;
  /** Sends as a page of the campaign's site does. */
  postFromPage(body: unknown, headers?: Readonly<Record<string, string>>): Promise<CollectedAnswer>;
  /** A request that no redirect is followed for. */
  get(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<Response>;
  digest(): string;
}

async function answerOf(response: Response): Promise<CollectedAnswer> {
  return {
    ...{ status: response.status, headers: response.headers },
    body: (await response.json()) as CollectedAnswer["body"],
  };
}

/** Starts one; it is gone when the test has finished. Limits are wide unless a test narrows them. */
export async function startCollector(
  limits: CollectorOptions["limits"] = {},
  options: { metricsToken?: string | null; vault?: Vault; before?: (db: IntisharDatabase) => void } = {},
): Promise<CollectorUnderTest> {
  const folder = mkdtempSync(join(tmpdir(), "intishar-collector-"));
  const databasePath = join(folder, "test.db");
  const { db, scope, collection, serverKey } = plantCollection(databasePath);
  options.before?.(db);
  const failures: Failure[] = [];
  const log = (failure: Failure) => void failures.push(failure);
  const wide = { eventsPerAddress: 1e9, eventsPerKey: 1e9, visitsPerAddress: 1e9, missesPerAddress: 1e9 };
  const collector = createCollector({
    db: openDatabase(databasePath, { ...COLLECTOR_CONNECTION, vault: options.vault ?? TEST_VAULT }),
    metricsToken: options.metricsToken === undefined ? METRICS_TOKEN : options.metricsToken,
    ...{ log, limits: { ...wide, ...limits } },
    site: site("https://go.example", "127.0.0.1:0"),
    script: { text: "/* script */", gzip: gzipSync("/* script */"), tag: '"tag"' },
  });
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = await startServer({
    handler: async (_req, res) => void res.writeHead(404).end(),
    ...{ collector, baseUrl: url, host: "127.0.0.1", port, log },
    onStop: [collector.stop],
  });
  onTestFinished(async () => {
    await server.stop();
    db.$client.close();
    rmSync(folder, { recursive: true });
  });
  const text = (body: unknown) =>
    typeof body === "string" || Buffer.isBuffer(body) ? (body as string) : JSON.stringify(body);
  return {
    ...{ url, databasePath, db, scope, collector, serverKey, failures },
    ...{ publicKey: collection.publicKey, stem: collection.stem },
    post: async (body, headers = {}) =>
      answerOf(
        await fetch(`${url}/api/v1/events`, {
          ...{ method: "POST", body: text(body) },
          headers: {
            Authorization: `Bearer ${serverKey}`,
            "Content-Type": "application/json",
            ...headers,
          },
        }),
      ),
    postFromPage: async (body, headers = {}) =>
      answerOf(
        await fetch(`${url}/api/v1/events?key=${collection.publicKey}`, {
          ...{ method: "POST", body: text(body) },
          headers: {
            Origin: ORIGIN,
            "Content-Type": "text/plain",
            "User-Agent": BROWSER,
            ...headers,
          },
        }),
      ),
    get: (path, headers = {}, method = "GET") =>
      fetch(`${url}${path}`, {
        method,
        redirect: "manual",
        headers: { "User-Agent": BROWSER, ...headers },
      }),
    digest: () => eventStoreOf(db).digest({ workspaceId: 1, campaignId: 1 }),
  };
}

export const BROWSER =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
