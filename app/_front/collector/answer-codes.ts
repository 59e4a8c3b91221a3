import { mintCode } from "#db/codes/mint-code.ts";
import type { CollectorContext, CollectorRequest } from "./context.ts";
import { openKey } from "./open-key.ts";
import { sendJson } from "./send.ts";

/** The most codes that one request may ask for. */
export const CODES_MAX = 100;

/** Answers `POST /api/v1/codes?count=N` with signed codes. Nothing is stored: a code exists once a share bears it. */
export async function answerCodes(context: CollectorContext, request: CollectorRequest): Promise<void> {
  const holder = openKey(context, request);
  if ("status" in holder) {
    const { status, reason: error, cors } = holder;
    context.metrics.countRefusedRequest(error);
    sendJson(request, status, { error }, { ...cors, "WWW-Authenticate": "Bearer" });
    return;
  }
  const { scope, key, source, cors } = holder;
  const { target, path } = request.head;
  const wanted = Number(new URLSearchParams(target.slice(path.length)).get("count") ?? 1);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > CODES_MAX) {
    sendJson(request, 400, { error: "count", from: 1, to: CODES_MAX }, cors);
    return;
  }
  const seconds =
    source === "browser" ? context.rates.events(request.address, 1) : context.rates.key(key, wanted);
  if (seconds > 0) {
    sendJson(request, 429, { error: "rate-limited" }, { ...cors, "Retry-After": String(seconds) });
    return;
  }
  const { stem, signingKey } = scope.collection;
  if (signingKey === null) {
    // The tracker makes codes of its own then, as it does without a server; they count as unverified.
    context.metrics.countRefusedRequest("signing-key-sealed");
    sendJson(request, 503, { error: "signing-key-sealed" }, cors);
    return;
  }
  const codes = Array.from({ length: wanted }, () => mintCode({ stem, signingKey }));
  sendJson(request, 200, { codes, base: `${context.site.origin}/s/` }, cors);
}
