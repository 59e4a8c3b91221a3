import type { IngestScope } from "#lib/access/ingest-scope.ts";
import type { IntakeSource } from "#lib/domain/intake.ts";
import type { CollectorContext, CollectorRequest } from "./context.ts";
import type { KeyHolder } from "./open-key.ts";
import type { Payload } from "./read-payload.ts";
import { sendJson } from "./send.ts";

/** Seconds after which a producer may try again when the disk is full or the queue is. */
const RETRY_SECONDS = 5;

/** 401 and 403: nobody holds that key, or a page of a strange site does. */
export function refuseKey(
  context: CollectorContext,
  request: CollectorRequest,
  status: 401 | 403,
  scope: IngestScope | null,
): void {
  context.metrics.countRefusedRequest(status === 401 ? "unknown-key" : "origin-not-allowed");
  if (scope !== null) noteRefused(context, { scope, source: "browser" }, "origin-not-allowed");
  const error = status === 401 ? "unknown-key" : "origin-not-allowed";
  sendJson(request, status, { error }, { Connection: "close", "WWW-Authenticate": "Bearer" });
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
  if (status === 413) noteRefused(context, holder, "too-large");
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
  reason: "origin-not-allowed" | "rate-limited" | "too-large",
  count = 1,
): void {
  const key = { workspaceId: scope.workspaceId, campaignId: scope.collection.campaignId };
  refusals.note(key, source, reason, count, now());
  metrics.countRefused(source, reason, count);
}
