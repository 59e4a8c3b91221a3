import type { BrowserContext } from "@playwright/test";

/** What the pages of one browser context did wrong. */
export interface ContextWatch {
  /** Accepts messages that match, in this test only: a wrong password is answered with 401, for one. */
  allow(pattern: RegExp): void;
  /** One line per fault that nothing allowed. */
  faults(): readonly string[];
}

// Everything the app needs it serves itself; a page that asks elsewhere tells others who reads it.
function isOwn(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === "data:" || protocol === "blob:" || protocol === "about:" || hostname === "localhost";
}

/** Collects console errors and warnings, uncaught errors and third-party requests of every page. */
export function watchContext(context: BrowserContext): ContextWatch {
  const seen: string[] = [];
  const allowed: RegExp[] = [];
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    seen.push(`console.${message.type()}: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => seen.push(`uncaught: ${error.error().message} (${error.page()?.url()})`));
  context.on("request", (request) => {
    if (!isOwn(request.url())) seen.push(`third-party request: ${request.url()}`);
  });
  return {
    allow: (pattern) => void allowed.push(pattern),
    faults: () => seen.filter((line) => !allowed.some((pattern) => pattern.test(line))),
  };
}
