import type { Intake, IntakeItem } from "#db/intake/intake.ts";
import { judgePageEvent, PAGE_PREFIX } from "#db/intake/judge-page-event.ts";
import { agentLabel } from "#lib/collect/agent-label.ts";
import { type CollectRequest, collectRequest } from "#lib/collect/collect-request.ts";
import { readCollectedEvent } from "#lib/collect/read-collected-event.ts";
import type { IntakeResult } from "#lib/domain/intake.ts";
import type { CollectorContext, CollectorRequest } from "./context.ts";
import { type KeyHolder, openKey } from "./open-key.ts";
import { readPayload } from "./read-payload.ts";
import { noteRefused, refuseKey, refusePayload, refuseStorage } from "./refuse-events.ts";
import { sendJson } from "./send.ts";
import { signsOf } from "./signs-of.ts";

/** Answers `POST /api/v1/events`: 202 once everything that it says is stored is on stable storage. */
export async function answerEvents(context: CollectorContext, request: CollectorRequest): Promise<void> {
  const holder = openKey(context, request);
  if ("status" in holder) {
    refuseKey(context, request, holder);
    return;
  }
  const payload = await readPayload(request.req, context.limits, context.held);
  if ("status" in payload) {
    refusePayload(context, request, holder, payload.status);
    return;
  }
  const { workspaceId } = holder.scope;
  if (!(await context.admission.enter(workspaceId, payload.bytes))) {
    refuseStorage(context, request, "busy", holder.cors);
    return;
  }
  try {
    await answerPayload(context, request, holder, payload);
  } finally {
    context.admission.leave(workspaceId, payload.bytes);
  }
}

/** Answers for the events of a body. Resolves once the answer is given. */
async function answerPayload(
  context: CollectorContext,
  request: CollectorRequest,
  holder: KeyHolder,
  { text, bytes }: { readonly text: string; readonly bytes: number },
): Promise<void> {
  const { key, source, cors } = holder;
  const now = context.now();
  const body = parse(text);
  const read = body === undefined ? unreadable(text) : collectRequest(body, now);
  if (typeof read === "string") {
    // Too many at once would have to be told apart to be counted; they are refused as one.
    noteRefused(context, holder, read === "empty" ? "unreadable-body" : "too-large");
    context.metrics.countRefusedRequest(read);
    sendJson(request, read === "empty" ? 400 : 413, { error: read }, cors);
    return;
  }
  const count = "payloads" in read ? read.payloads.length : 1;
  const seconds =
    source === "browser" ? context.rates.events(request.address, count) : context.rates.key(key, count);
  if (seconds > 0) {
    noteRefused(context, holder, "rate-limited", count);
    context.metrics.countRefusedRequest("rate-limited");
    sendJson(request, 429, { error: "rate-limited" }, { ...cors, "Retry-After": String(seconds) });
    return;
  }
  const items = "payloads" in read ? readItems(context, request, holder, read, now) : [read];
  const results = await commit(context, { scope: holder.scope, source, receivedAt: now, items }, bytes);
  if (typeof results === "string") {
    refuseStorage(context, request, results, cors);
    return;
  }
  context.metrics.countResults(source, results);
  const own = source === "browser" ? results.map(withOwnId) : results;
  answerResults(request, own, body === undefined, cors);
}

/** What became of the items, or why nothing of them is stored. */
function commit(
  { queue }: CollectorContext,
  intake: Intake,
  bytes: number,
): Promise<readonly IntakeResult[] | "queue-full" | "not-stored"> {
  return new Promise((resolve) => {
    const isQueued = queue.add(intake, bytes, (results) => resolve(results ?? "not-stored"));
    if (!isQueued) resolve(queue.isMalformed ? "not-stored" : "queue-full");
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is no JSON counts as one event that could not be read; its bytes are kept like any other's. */
function unreadable(raw: string): IntakeItem {
  return { fault: { field: "", reason: "not-an-object" }, raw };
}

function readItems(
  { devices, sharers }: CollectorContext,
  { head, visitor }: CollectorRequest,
  { scope, source }: KeyHolder,
  { payloads, clockOffset }: CollectRequest,
  now: number,
): IntakeItem[] {
  const { currency, stem } = scope.collection;
  const isBrowser = source === "browser";
  const signs = signsOf(head);
  const { userAgent } = signs;
  const label = isBrowser ? (agentLabel(signs)?.label ?? null) : null;
  return payloads.map((payload) => {
    const read = readCollectedEvent(payload, { currency, now, clockOffset });
    if ("reason" in read) return { fault: read, raw: textOf(payload), label };
    if (!isBrowser) return { event: read };
    if (read.code !== null && read.kind === "share")
      sharers.note(read.code, devices.markOf({ address: visitor, userAgent }, stem, now));
    return judgePageEvent(scope.collection, { ...read, label });
  });
}

/** What an item of a batch said; one that is nested beyond all reason is only named. */
function textOf(payload: unknown): string {
  try {
    return JSON.stringify(payload) ?? "";
  } catch {
    return "[nested too deeply]";
  }
}

/** A result under the id that the page gave. */
function withOwnId({ id, ...result }: IntakeResult): IntakeResult {
  return id === undefined ? result : { ...result, id: id.replace(PAGE_PREFIX, "") };
}

function answerResults(
  request: CollectorRequest,
  results: readonly IntakeResult[],
  isUnreadable: boolean,
  cors: Readonly<Record<string, string>>,
): void {
  const counts = { received: results.length, accepted: 0, duplicate: 0, quarantined: 0, refused: 0 };
  for (const { outcome } of results) counts[outcome] += 1;
  const isTaken = counts.accepted + counts.duplicate > 0;
  const status = isTaken ? 202 : isUnreadable ? 400 : 422;
  sendJson(request, status, { ...counts, results }, cors);
}
