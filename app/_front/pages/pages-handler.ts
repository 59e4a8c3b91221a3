import { timingSafeEqual } from "node:crypto";
import { Agent, type IncomingMessage, type ServerResponse } from "node:http";
import { Socket } from "node:net";
import { Readable } from "node:stream";
import { createProxyServer, type ProxyServer } from "httpxy";
import { announcesBody } from "#app/_front/announces-body.ts";
import type { Handler, UpgradeHandler } from "#app/_front/front.ts";
import { HeldBytes } from "#app/_front/held-bytes.ts";
import { isImport } from "#app/_front/is-import.ts";
import { refuse } from "#app/_front/refuse.ts";
import { requestHead } from "#app/_front/request-head.ts";
import { createPageLimits } from "./page-limits.ts";
import { PageLine } from "./page-line.ts";
import { readWhole } from "./read-whole.ts";
import { turnAway } from "./turn-away.ts";

/** By this header the pages' own requests, which come back through the front, are known; its value is secret. */
export const PASS_HEADER = "x-intishar-pass";
const STATIC_PATH = "/_next/";
/** Bytes of bodies that are held at once, of all clients. */
const MOST_HELD = 64 * 1024 ** 2;

/** Where the pages listen, and what only they and the front know. */
export interface PagesAddress {
  /** Path of a Unix socket, or name of a pipe. */
  readonly socketPath: string;
  readonly pass: string;
}

export interface PagesHandlerOptions {
  readonly line?: PageLine;
  readonly limits?: ReturnType<typeof createPageLimits>;
  readonly held?: HeldBytes;
  /** How long a client that is turned away may still send, milliseconds. */
  readonly lingerMs: number;
}

/**
 * Hands requests to the process of the pages: those of strangers within limits, all a few at a time. Turned away is
 * whoever finds the line full, and everybody while the pages are not there.
 */
export function pagesHandler(
  { socketPath, pass }: PagesAddress,
  {
    line = new PageLine(),
    limits = createPageLimits(),
    held = new HeldBytes(MOST_HELD),
    lingerMs,
  }: PagesHandlerOptions,
): { handler: Handler; upgrade: UpgradeHandler } {
  const proxy = createProxyServer({
    target: { socketPath },
    agent: new Agent({ keepAlive: true }),
    headers: { [PASS_HEADER]: pass },
  });
  const answered = onFirstByte(proxy);

  async function inTurn(req: IncomingMessage, res: ServerResponse, network: string): Promise<void> {
    const body = announcesBody(req) ? await readWhole(req, held) : null;
    if (body === "gone") return;
    if (body === "full") return turnAway(req, res, { why: "busy", lingerMs });
    const leaving = new AbortController();
    res.once("close", () => leaving.abort());
    try {
      if (!(await line.enter(network, leaving.signal))) {
        if (!res.destroyed) turnAway(req, res, { why: "busy", lingerMs });
        return;
      }
      answered(req, res, () => line.leave());
      await proxy.web(req, res, body === null ? {} : { buffer: Readable.from([body]) });
    } finally {
      if (body !== null) held.release(body.length);
    }
  }

  return {
    handler: async (req, res) => {
      const head = requestHead(req);
      const network = String(req.headers["x-forwarded-for"] ?? "");
      const isFree = isPass(req.headers[PASS_HEADER], pass) || head.path.startsWith(STATIC_PATH);
      const seconds = isFree ? 0 : limits(head, network);
      if (seconds > 0)
        return refuse(req, res, { status: 429, headers: { "Retry-After": String(seconds) } }, lingerMs);
      try {
        // An import may take an hour to arrive, and is written to the disk as it comes.
        if (isFree || isImport(head)) await proxy.web(req, res);
        else await inTurn(req, res, network);
      } catch (error) {
        if (res.headersSent || res.destroyed || !isAbsence(error)) throw error;
        turnAway(req, res, { why: "starting", lingerMs });
      }
    },
    upgrade: (req, socket, head) => {
      if (socket instanceof Socket) proxy.ws(req, socket, {}, head).catch(() => socket.destroy());
      else socket.destroy();
    },
  };
}

/** What is told once the pages answer a request, or its client has left. */
function onFirstByte(proxy: ProxyServer): (req: object, res: ServerResponse, done: () => void) => void {
  const waiting = new WeakMap<object, () => void>();
  const settle = (req: object) => {
    const done = waiting.get(req);
    waiting.delete(req);
    done?.();
  };
  proxy.on("proxyRes", (_answer, req) => settle(req));
  return (req, res, done) => {
    waiting.set(req, done);
    // At once when it is closed already: then nobody tells us any more.
    if (res.closed) settle(req);
    else res.once("close", () => settle(req));
  };
}

function isPass(given: string | string[] | undefined, pass: string): boolean {
  const [a, b] = [Buffer.from(String(given ?? "")), Buffer.from(pass)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Nobody listens, or whoever did ended in the middle. */
function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : null;
  return code === "ENOENT" || code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EPIPE";
}
