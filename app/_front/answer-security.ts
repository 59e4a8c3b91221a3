import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHead } from "#app/_front/request-head.ts";
import type { Site } from "#app/_front/site.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { DAY } from "#lib/time/lengths.ts";

const SECURITY_PATH = "/.well-known/security.txt";
/** RFC 9116 asks for less than a year; a quarter on, somebody reads it anew. */
const VALID_MS = 90 * DAY;

/** Whether a request asks where to report a vulnerability. */
export function isSecurityQuestion({ method, path }: RequestHead): boolean {
  return path === SECURITY_PATH && (method === "GET" || method === "HEAD");
}

/**
 * Answers `/.well-known/security.txt` (RFC 9116): where to report a vulnerability of this installation.
 * @param contact a mailto: or https: URI
 * @param now UTC milliseconds
 */
export function answerSecurity(
  req: IncomingMessage,
  res: ServerResponse,
  { contact, site, now }: { contact: string; site: Site; now: number },
): void {
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${new Date(now + VALID_MS).toISOString()}`,
    `Preferred-Languages: ${Object.keys(LOCALES).join(", ")}`,
    `Canonical: ${site.origin}${SECURITY_PATH}`,
  ];
  const text = `${lines.join("\n")}\n`;
  res.writeHead(200, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(text)),
  });
  res.end(req.method === "HEAD" ? undefined : text);
}
