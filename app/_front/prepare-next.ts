import { createServer } from "node:http";
import next from "next";
import { answerActionFaults } from "#app/_front/answer-action-faults.ts";
import type { Handler, UpgradeHandler } from "#app/_front/front.ts";
import { selfHost } from "#app/_front/self-host.ts";

/** Next, ready to answer. */
export interface PreparedNext {
  handler: Handler;
  upgrade: UpgradeHandler;
  close: () => Promise<void>;
}

/** Loads Next: the finished build, or the development server. */
export async function prepareNext(options: {
  dev: boolean;
  baseUrl: string;
  host: string;
  port: number;
}): Promise<PreparedNext> {
  const base = new URL(options.baseUrl);
  // Next asks itself when a server action redirects or lives in another bundle; `next start` sets the same.
  process.env.__NEXT_PRIVATE_ORIGIN = `http://${selfHost(options.host, options.port)}`;
  // Next attaches its own upgrade listener to the server it is given. This one never listens: upgrades
  // reach it only through `upgrade` below, after the front has judged them.
  const relay = createServer();
  const app = next({
    dev: options.dev,
    // Next builds `request.url` from these; they are the site's public name, not the bind address.
    hostname: base.hostname,
    port: Number(base.port || (base.protocol === "https:" ? 443 : 80)),
    httpServer: relay,
  });
  await app.prepare();
  return {
    handler: answerActionFaults(app.getRequestHandler()),
    upgrade: (req, socket, head) => {
      if (!relay.emit("upgrade", req, socket, head)) socket.destroy();
    },
    close: () => app.close(),
  };
}
