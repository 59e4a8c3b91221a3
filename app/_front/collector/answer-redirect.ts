import { randomUUID } from "node:crypto";
import { PAGE_PREFIX } from "#db/intake/judge-page-event.ts";
import type { IngestScope } from "#lib/access/ingest-scope.ts";
import { agentLabel, type SetApart } from "#lib/collect/agent-label.ts";
import { landingAddress } from "#lib/collect/landing-address.ts";
import { RECORDED } from "#lib/collect/page-protocol.ts";
import { type CampaignEvent, DOUBTFUL, isSetApart } from "#lib/domain/event.ts";
import { BLANK_EVENT } from "#lib/sources/source.ts";
import type { CollectorContext, CollectorRequest } from "./context.ts";
import { followCode, type NoCode } from "./follow-code.ts";
import { isBlocked } from "./is-blocked.ts";
import { linkNotice } from "./link-notice.ts";
import { previewCard } from "./preview-card.ts";
import { send } from "./send.ts";
import { signsOf } from "./signs-of.ts";

const HTML = "text/html; charset=utf-8";
const TEXT = "text/plain; charset=utf-8";
/** With every answer to a link. */
export const LINK_HEADERS = { "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer" };

/** A link scanner under a browser's name. */
const SCANNER: SetApart = { label: "bot", agent: "scanner" };

/**
 * Answers `/s/CODE`: notes who came and sends them on to the campaign's page. People are sent on whatever becomes of
 * the note; machines are counted apart, and an app that asks for a preview gets the campaign's card.
 */
export async function answerRedirect(context: CollectorContext, request: CollectorRequest): Promise<void> {
  const { metrics } = context;
  const followed = followCode(context, request.head);
  if (followed.found === null) {
    refuseCode(context, request, followed);
    return;
  }
  const { scope, code, found, verified, incoming } = followed;
  if (found.isPaused) {
    metrics.countRedirect("paused", "");
    send(request, 410, HTML, linkNotice(request.head, "paused"), LINK_HEADERS);
    return;
  }
  const signs = signsOf(request.head);
  const setApart = agentLabel(signs);
  const { userAgent } = signs;
  const visit = visitOf(context, request, scope, { code, verified, setApart, userAgent });
  const said = await record(context, request, scope, visit);
  const location = landingAddress(found.targetUrl, {
    ...{ code, utm: found.utm, incoming },
    // What a machine fetched ahead may be shown to a person: the page must report that visit itself.
    visit: isSetApart(visit.label) ? "" : said,
  });
  const label = visit.label ?? "";
  const card = setApart?.label === "preview" ? previewCard(scope.collection, location) : null;
  metrics.countRedirect(card === null ? "redirect" : "card", label);
  if (card !== null) send(request, 200, HTML, card, LINK_HEADERS);
  else send(request, 302, HTML, "", { ...LINK_HEADERS, Location: location });
}

function visitOf(
  { devices, sharers, scanners, now }: CollectorContext,
  { head, visitor }: CollectorRequest,
  scope: IngestScope,
  of: { code: string; verified: boolean; setApart: SetApart | null; userAgent: string },
): CampaignEvent {
  const { code, verified, setApart, userAgent } = of;
  const at = now();
  const device = devices.markOf({ address: visitor, userAgent }, scope.collection.stem, at);
  const asksForPrivacy = head.headers.get("sec-gpc")?.[0] === "1" || head.headers.get("dnt")?.[0] === "1";
  const scanner = setApart === null && scanners.isScanner(device, code, performance.now()) ? SCANNER : null;
  const machine = setApart ?? scanner;
  const label = machine?.label ?? (sharers.isOwn(code, device) ? DOUBTFUL : null);
  const id = randomUUID();
  return {
    ...BLANK_EVENT,
    // As if the page had said it: while nobody knows whether it will be stored, the page says the same again.
    id: `${PAGE_PREFIX}${id}`,
    kind: "visit",
    // Whoever asks not to be followed is counted once, under a name that is never used again.
    person: machine !== null ? `agent:${machine.agent}` : asksForPrivacy ? `once:${id}` : device,
    via: code,
    channel: machine?.agent ?? null,
    occurredAt: at,
    verified,
    label,
  };
}

/**
 * Has a visit stored, and waits a moment for it.
 * @returns `RECORDED` once it is on stable storage; its id while it may yet get there, so that the page reports the
 * very same; "" where it never will
 */
async function record(
  { queue, rates, limits, metrics, refusals }: CollectorContext,
  { address, head }: CollectorRequest,
  scope: IngestScope,
  event: CampaignEvent,
): Promise<string> {
  const { collection, workspaceId } = scope;
  const unwanted = isBlocked(collection, address) ? "blocked" : collection.isPaused ? "paused" : null;
  if (unwanted !== null) {
    metrics.countUnrecorded(unwanted);
    refusals.note(
      { workspaceId, campaignId: collection.campaignId },
      "redirect",
      unwanted,
      1,
      event.occurredAt,
    );
    return "";
  }
  if (rates.visits(address) > 0) {
    metrics.countUnrecorded("rate-limited");
    return "";
  }
  const visitId = event.id.slice(PAGE_PREFIX.length);
  return new Promise((resolve) => {
    const intake = { scope, source: "redirect", receivedAt: event.occurredAt, items: [{ event }] } as const;
    const timer = setTimeout(() => resolve(visitId), limits.redirectMs);
    const isQueued = queue.add(intake, head.target.length, (results) => {
      clearTimeout(timer);
      if (results === null) metrics.countUnrecorded("not-stored");
      else metrics.countResults("redirect", results);
      resolve(results === null ? "" : RECORDED);
    });
    if (!isQueued) metrics.countUnrecorded("queue-full");
    // While writing fails nobody waits for it; the note is tried all the same, and its success ends the alarm.
    if (isQueued && !queue.isBroken) return;
    clearTimeout(timer);
    resolve(isQueued ? visitId : "");
  });
}

/** 404; and 429 to whoever asks for many codes that there are not, as one does who looks for those that there are. */
function refuseCode(context: CollectorContext, request: CollectorRequest, { scope, tried }: NoCode): void {
  const { metrics, rates } = context;
  const seconds = rates.misses(request.address, tried);
  metrics.countRedirect(seconds === 0 ? "unknown" : "rate-limited", "");
  if (scope !== null) noteForged(context, scope);
  if (seconds === 0) send(request, 404, HTML, linkNotice(request.head, "unknown"), LINK_HEADERS);
  else
    send(request, 429, TEXT, "429 Too Many Requests\n", { ...LINK_HEADERS, "Retry-After": String(seconds) });
}

function noteForged({ refusals, metrics, now }: CollectorContext, scope: IngestScope): void {
  const key = { workspaceId: scope.workspaceId, campaignId: scope.collection.campaignId };
  refusals.note(key, "redirect", "forged-code", 1, now());
  metrics.countRefused("redirect", "forged-code", 1);
}
