import { createServer } from "node:http";
import { answerClientError } from "#app/_front/answer-client-error.ts";
import { answerNotYet, type NotYetOptions } from "#app/_front/answer-not-yet.ts";
import { defaultLimits } from "#app/_front/default-limits.ts";
import { selfHost } from "#app/_front/self-host.ts";
import { site } from "#app/_front/site.ts";
import { LARGEST_HEADERS } from "#app/_front/start-server.ts";
import type { Env } from "#lib/env/parse-env.ts";

const DRAIN_MS = 1000;

/** A port that answers for a server which is not there yet. */
export interface Meanwhile {
  /** Lets go of the port at once, so that the server can take it; answers under way end, or are cut after a second. */
  stop(): void;
}

/** Answers on the server's port until `stop`, which lets go of `landings`, too. @throws what `listen` throws */
export async function serveMeanwhile(
  { baseUrl, host, port }: Pick<Env, "baseUrl" | "host" | "port">,
  { script, landings, state }: Pick<NotYetOptions, "script" | "landings" | "state">,
): Promise<Meanwhile> {
  let isStopping = false;
  const own = site(baseUrl, selfHost(host, port));
  const server = createServer({ maxHeaderSize: LARGEST_HEADERS, requireHostHeader: false });
  server.headersTimeout = defaultLimits.headersMs;
  server.requestTimeout = defaultLimits.bodyMs;
  server.on("request", answerNotYet({ site: own, script, landings, state, isStopping: () => isStopping }));
  server.on("clientError", (error, socket) =>
    answerClientError(error, socket, { site: own, dev: false, answers: new WeakMap() }),
  );
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    landings?.close();
    throw error;
  }
  return {
    stop() {
      isStopping = true;
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      server.close(() => {
        clearTimeout(late);
        landings?.close();
      });
      server.closeIdleConnections();
    },
  };
}
