import { COLLECTOR_CONNECTION, createCollector } from "#app/_front/collector/collector.ts";
import { METRICS_TOKEN } from "#app/_front/collector/testing/metrics-token.ts";
import type { Failure } from "#app/_front/failure-line.ts";
import { failureLine } from "#app/_front/failure-line.ts";
import { handleSignals } from "#app/_front/handle-signals.ts";
import { site } from "#app/_front/site.ts";
import { startServer } from "#app/_front/start-server.ts";
import { openDatabase } from "#db/open-database.ts";
import { TEST_VAULT } from "#db/vault/testing/test-vault.ts";

/** The front without Next, as a process of its own: what benchmarks load and tests kill. */
const [databasePath = "", port = "0"] = process.argv.slice(2);
const log = (failure: Failure) => void process.stderr.write(failureLine(failure, new Date()));
const baseUrl = `http://127.0.0.1:${port}`;
const collector = createCollector({
  db: openDatabase(databasePath, { ...COLLECTOR_CONNECTION, vault: TEST_VAULT }),
  ...{ log, metricsToken: METRICS_TOKEN },
  site: site(baseUrl, `127.0.0.1:${port}`),
  script: { text: "", gzip: Buffer.alloc(0), tag: '""' },
  limits: { eventsPerAddress: 1e12, eventsPerKey: 1e12, visitsPerAddress: 1e12 },
});
const server = await startServer({
  handler: async (_req, res) => void res.writeHead(404).end(),
  ...{ collector, baseUrl, host: "127.0.0.1", port: Number(port), log },
  onStop: [collector.stop],
});
handleSignals(server.stop, log);
process.send?.({ ready: true });
