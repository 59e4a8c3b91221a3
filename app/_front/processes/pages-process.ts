import { rmSync } from "node:fs";
import { createServer } from "node:http";
import { answerHolder } from "#app/_answers/answer-holder.ts";
import { createAnswerService } from "#app/_answers/answer-service.ts";
import { importRunner } from "#app/_front/import-runner.ts";
import { createInspector } from "#app/_front/inspector.ts";
import { prepareNext } from "#app/_front/prepare-next.ts";
import { readAuthSecrets } from "#app/_front/read-auth-secret.ts";
import { LARGEST_HEADERS } from "#app/_front/start-server.ts";
import { stopGracefully } from "#app/_front/stop-gracefully.ts";
import { stopping } from "#app/_front/stopping.ts";
import { inspectorHolder } from "#app/_server/inspector-holder.ts";
import { logHolder } from "#app/_server/log-holder.ts";
import { closeCurrentDatabase } from "#db/connection.ts";
import { closeDatabase, openDatabase } from "#db/open-database.ts";
import { obey } from "./obey.ts";
import { DEV, log, pagesAddress, publishEnv, readSettings, startOrRefuse } from "./settings.ts";

// The process behind the front: pages, files, actions, imports, and the threads that answer questions.
const settings = readSettings(process.argv.includes(DEV));
const { env, dev } = settings;
const { socketPath } = pagesAddress();

let stop = async (): Promise<boolean> => true;
const { ready } = obey({
  stop: () => stop(),
  onOrder: (order) => {
    if (order.kind === "drain") stopping.abort();
  },
  log,
});

await startOrRefuse(settings, async () => {
  publishEnv(env, readAuthSecrets(env));
  logHolder.log = log;
  const looking = openDatabase(env.databasePath);
  const answers = createAnswerService(looking, env);
  answerHolder.service = answers;
  const inspector = createInspector();
  inspectorHolder.inspect = inspector.inspect;
  const next = await prepareNext({ ...env, dev });
  const imports = importRunner({ db: openDatabase(env.databasePath), log });
  const server = createServer({
    maxHeaderSize: 2 * LARGEST_HEADERS,
    // The front alone asks, and has judged line, headers and pace already.
    headersTimeout: 0,
    requestTimeout: 0,
    keepAliveTimeout: 0,
  });
  server.on("request", (req, res) => {
    next.handler(req, res).catch((error: unknown) => {
      log({ event: "request-failed", method: req.method ?? "", error });
      res.destroy();
    });
  });
  if (dev) server.on("upgrade", next.upgrade);
  // Whoever listened here before was killed.
  if (process.platform !== "win32") rmSync(socketPath, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(socketPath, resolve);
  });
  imports.start();
  stop = () => {
    stopping.abort();
    return stopGracefully({
      server,
      hooks: [
        imports.stop,
        next.close,
        answers.stop,
        inspector.stop,
        closeCurrentDatabase,
        () => closeDatabase(looking),
      ],
      timeoutMs: env.shutdownSeconds * 1000,
      log,
    });
  };
  ready();
});
