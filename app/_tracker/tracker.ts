import { PUBLIC_KEY_START, RECORDED, STEM_LENGTH, VISIT_ID } from "#lib/collect/page-protocol.ts";
import { showCode, takeArrival } from "./address-bar.ts";
import { createCodePool } from "./code-pool.ts";
import { type Memory, memoryIn, readList } from "./memory.ts";
import { onReturn } from "./on-return.ts";
import { createOutbox } from "./outbox.ts";
import { randomId } from "./random-id.ts";
import { toJson } from "./to-json.ts";

/** What a page's own scripts may ask for, as `window.intishar`. */
export interface Tracker {
  /** Code that brought this visitor first; null for somebody who came by themselves. */
  readonly via: string | null;
  /** Mints a code and reports that the visitor means to share. @returns the code and the address to pass on */
  share(what?: { channel?: string; mode?: "active" | "passive" }): { code: string; url: string };
  /** Reports that an app, a share sheet or the clipboard took a share over. */
  delivered(what: { code: string; channel?: string }): void;
  /** Reports that the visitor reached the campaign's goal. A value may be text, as shops write it: "25.50". */
  convert(what?: { value?: number | string; currency?: string; id?: string }): void;
  /** Reports the visitor's answer on worth, 0 to 10. */
  rate(what: { score: number; role?: "sender" | "receiver" }): void;
}

export interface TrackerSettings {
  /** Beginning of the links that people pass on, until the server says it. */
  readonly base: string;
  /** Beginning of the addresses to which the page reports. */
  readonly api: string;
  readonly publicKey: string;
  /** Whether the address bar carries a code of the visitor's own. */
  readonly rewrites: boolean;
}

const OWN_KEPT = 50;

/** Whether the visitor asks not to be followed: then nothing is remembered beyond this page. */
function asksForPrivacy(): boolean {
  const browser = navigator as Navigator & { globalPrivacyControl?: boolean };
  return browser.globalPrivacyControl === true || browser.doNotTrack === "1";
}

function rememberedId(memory: Memory): string {
  const known = memory.get("ish.p") ?? randomId(16);
  memory.set("ish.p", known);
  return known;
}

/** Calls once somebody can see the page: a tab that is opened behind others may never be looked at. */
function whenSeen(work: () => void): void {
  if (document.visibilityState !== "hidden") {
    work();
    return;
  }
  document.addEventListener("visibilitychange", work, { once: true });
}

/** Reads who brought the visitor, and reports what the page tells it. */
export function createTracker(settings: TrackerSettings): Tracker {
  const { base, publicKey, rewrites } = settings;
  const isPrivate = asksForPrivacy();
  const stem = publicKey.slice(PUBLIC_KEY_START.length).slice(0, STEM_LENGTH);
  // A site may belong to several campaigns, each with its own script.
  const memory = memoryIn(stem, () => (isPrivate ? null : localStorage));
  const tab = memoryIn(stem, () => (isPrivate ? null : sessionStorage));
  const api = (path: string) => `${settings.api}/api/v1/${path}?key=${publicKey}`;
  const person = rememberedId(memory);
  // A code that was mangled on its way would have everything refused that this visitor does.
  const outbox = createOutbox(memory, api("events"), () => memory.set("ish.v", ""));
  const pool = createCodePool(tab, { address: api("codes"), base, stem });
  const own = () => readList<string>(memory, "ish.c");
  const report = (event: Record<string, unknown>) =>
    outbox.add({ id: randomId(20), person, occurredAt: Date.now(), ...event });

  const arrival = takeArrival(stem);
  const touch = arrival === null || own().includes(arrival.code) ? null : arrival;
  const via = memory.get("ish.v") || touch?.code || null;
  if (via !== null) memory.set("ish.v", via);
  // What the redirect stores in the end and what the page reports are one visit.
  if (touch !== null && touch.visit !== RECORDED)
    report({ kind: "visit", via: touch.code, ...(VISIT_ID.test(touch.visit) ? { id: touch.visit } : {}) });
  else whenSeen(() => report({ kind: "view", via: touch?.code ?? via }));

  onReturn(() => report({ kind: "view", via }));

  const tracker: Tracker = {
    via,
    share: (what) => {
      const { channel = "copy", mode = "active" } = what ?? {};
      const { code, url } = pool.take();
      memory.set("ish.c", toJson([...own(), code].slice(-OWN_KEPT)));
      report({ kind: "share", code, channel, mode, via });
      return { code, url };
    },
    delivered: (what) => report({ kind: "delivery", code: what?.code, channel: what?.channel }),
    convert: (what) => report({ kind: "conversion", via, ...what }),
    rate: (what) => report({ kind: "rating", via, role: via === null ? "sender" : "receiver", ...what }),
  };
  if (rewrites) rewriteAddress(memory, tracker);
  return tracker;
}

/** Puts a code of the visitor's own into the address bar; the code stays the same from page to page. */
function rewriteAddress(memory: Memory, tracker: Tracker): void {
  const code = memory.get("ish.b") ?? tracker.share({ channel: "copy", mode: "passive" }).code;
  memory.set("ish.b", code);
  showCode(code);
}
