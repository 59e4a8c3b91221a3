import type { Site } from "#app/_front/site.ts";

function contentSecurityPolicy(nonce: string, dev: boolean, embedOrigins: readonly string[]): string {
  return [
    "default-src 'self'",
    // The development build evaluates its modules.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${embedOrigins.length === 0 ? "'none'" : embedOrigins.join(" ")}`,
  ].join("; ");
}

/**
 * The headers that every answer carries. What lies below `/r/` is open to whoever holds its address, so that
 * address must reach no other site and no search engine.
 * @param nonce base64 of at least 128 random bits, new for each answer
 */
export function securityHeaders(options: {
  nonce: string;
  site: Pick<Site, "protocol">;
  dev: boolean;
  isReport?: boolean;
  /** Whether pages of other sites may load it. */
  isPublic?: boolean;
  /** Origins that may show the answer in a frame; none unless a report link names them. */
  embedOrigins?: readonly string[];
}): Record<string, string> & { "Content-Security-Policy": string } {
  return {
    "Content-Security-Policy": contentSecurityPolicy(options.nonce, options.dev, options.embedOrigins ?? []),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": options.isReport ? "no-referrer" : "same-origin",
    ...(options.isReport ? { "X-Robots-Tag": "noindex, nofollow" } : {}),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": options.isPublic ? "cross-origin" : "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ...(options.site.protocol === "https" ? { "Strict-Transport-Security": "max-age=31536000" } : {}),
  };
}
