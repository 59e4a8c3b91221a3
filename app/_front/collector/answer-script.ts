import type { CollectorContext, CollectorRequest } from "./context.ts";
import { send } from "./send.ts";

/** An hour: a page that is open longer keeps working with an older script. */
const CACHE = "public, max-age=3600, stale-while-revalidate=86400";

/** Answers `/intishar.js`: what landing pages load. */
export function answerScript(
  { script }: Pick<CollectorContext, "script">,
  request: Pick<CollectorRequest, "req" | "res" | "head">,
): void {
  const headers = {
    ...{ "Cache-Control": CACHE, ETag: script.tag, Vary: "Accept-Encoding" },
    // A page may load it as a module, with `crossorigin` or with the hash of its text: each asks for this.
    "Access-Control-Allow-Origin": "*",
  };
  if (request.head.headers.get("if-none-match")?.[0] === script.tag) {
    request.res.writeHead(304, headers);
    request.res.end();
    return;
  }
  const isZipped = /\bgzip\b/.test(request.head.headers.get("accept-encoding")?.join() ?? "");
  const type = "text/javascript; charset=utf-8";
  if (isZipped) send(request, 200, type, script.gzip, { ...headers, "Content-Encoding": "gzip" });
  else send(request, 200, type, script.text, headers);
}
