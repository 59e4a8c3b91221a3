import type { IngestScope } from "#lib/access/ingest-scope.ts";
import type { IntakeSource } from "#lib/domain/intake.ts";
import type { CollectorContext, CollectorRequest } from "./context.ts";
import type { KeyHolder, KeyRefusal } from "./open-key.ts";
import type { Payload } from "./read-payload.ts";
import { sendJson } from "./send.ts";

/** Seconds after which a producer may try again when the disk is full or the queue is. */
const RETRY_SECONDS = 5;

/** 401 and 403: nobody holds that key, or the campaign does not want what comes under it from there, or now. */
export function refuseKey(
  context: CollectorContext,
  request: CollectorRequest,
  { status, reason, scope, source, cors }: KeyRefusal,
): void {
  context.metrics.countRefusedRequest(reason);
  if (scope !== null && reason !== "unknown-key") noteRefused(context, { scope, source }, reason);
  sendJson(
    request,
    status,
    { error: reason },
    { ...cors, Connection: "close", "WWW-Authenticate": "Bearer" },
  );
}

/** Answers a body that could not be read; a client that went away gets none. */
export function refusePayload(
  context: CollectorContext,
  request: CollectorRequest,
  holder: KeyHolder,
  status: Extract<Payload, { status: number }>["status"],
): void {
  if (status === 0) return;
  const { cors } = holder;
  if (status === 503) {
    refuseStorage(context, request, "bodies-full", { ...cors, Connection: "close" });
    return;
  }
  noteRefused(context, holder, status === 413 ? "too-large" : "unreadable-body");
  const errors = { 400: "not-gzip", 408: "too-slow", 413: "too-large", 415: "unknown-encoding" } as const;
  context.metrics.countRefusedRequest(errors[status]);
  sendJson(request, status, { error: errors[status] }, { ...cors, Connection: "close" });
}

/** 503: there is no room, or no disk, for what was sent. */
export function refuseStorage(
  { metrics }: CollectorContext,
  request: Pick<CollectorRequest, "req" | "res">,
  reason: "busy" | "queue-full" | "bodies-full" | "not-stored",
  cors: Readonly<Record<string, string>>,
): void {
  metrics.countRefusedRequest(reason);
  sendJson(request, 503, { error: "not-stored" }, { ...cors, "Retry-After": String(RETRY_SECONDS) });
}

/** Counts events that were refused before they were read. */
export function noteRefused(
  { refusals, metrics, now }: CollectorContext,
  { scope, source }: { scope: IngestScope; source: IntakeSource },
  reason: Exclude<KeyRefusal["reason"], "unknown-key"> | "rate-limited" | "too-large" | "unreadable-body",
  count = 1,
): void {
  const key = { workspaceId: scope.workspaceId, campaignId: scope.collection.campaignId };
  refusals.note(key, source, reason, count, now());
  metrics.countRefused(source, reason, count);
}
