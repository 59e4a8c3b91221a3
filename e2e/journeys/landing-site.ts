import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A campaign's own site, on another origin than the app. */
export interface LandingSite {
  readonly url: string;
  /** What stands in its page, as the set-up page of the app gives it. */
  setSnippet(html: string): void;
  stop(): Promise<void>;
}

/** Serves one page with the given snippet in it, and a button that reaches the campaign's goal. */
export async function startLandingSite(): Promise<LandingSite> {
  let snippet = "";
  const server = createServer((req, res) => {
    if (req.url?.startsWith("/favicon")) return res.writeHead(204).end();
    res.setHeader("Content-Type", "text/html; charset=utf-8");
    res.end(`<!doctype html><html lang="en"><head><title>Spring offer</title></head><body><h1>Spring offer</h1>
<button onclick="intishar.convert({ value: 25 })">Order</button>${snippet}</body></html>`);
  }).listen(0, "localhost");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    setSnippet: (html) => {
      snippet = html;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
