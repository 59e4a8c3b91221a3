import {
  CODE_PARAMETER,
  PUBLIC_KEY_START,
  RECORDED,
  STEM_LENGTH,
  VISIT_ID,
  VISIT_MARK,
} from "#lib/collect/page-protocol.ts";
import { createCodePool } from "./code-pool.ts";
import { type Memory, memoryIn, readList } from "./memory.ts";
import { onReturn } from "./on-return.ts";
import { createOutbox } from "./outbox.ts";
import { randomId } from "./random-id.ts";

/** What a page's own scripts may ask for, as `window.intishar`. */
export interface Tracker {
  /** Code that brought this visitor first; null for somebody who came by themselves. */
  readonly via: string | null;
  /** Mints a code and reports that the visitor means to share. @returns the code and the address to pass on */
  share(what?: { channel?: string; mode?: "active" | "passive" }): { code: string; url: string };
  /** Reports that an app, a share sheet or the clipboard took a share over. */
  delivered(what: { code: string; channel?: string }): void;
  /** Reports that the visitor reached the campaign's goal. */
  convert(what?: { value?: number; currency?: string; id?: string }): void;
  /** Reports the visitor's answer on worth, 0 to 10. */
  rate(what: { score: number; role?: "sender" | "receiver" }): void;
}

export interface TrackerSettings {
  /** Origin of the Intishar server. */
  readonly base: string;
  readonly publicKey: string;
  /** Whether the address bar carries a code of the visitor's own. */
  readonly rewrites: boolean;
}

const CODE = /^[\w-]{8,60}$/;
const OWN_KEPT = 50;

/** Whether the visitor asks not to be followed: then nothing is remembered beyond this page. */
function asksForPrivacy(): boolean {
  const browser = navigator as Navigator & { globalPrivacyControl?: boolean };
  return browser.globalPrivacyControl === true || browser.doNotTrack === "1";
}

/** Takes the code out of the address, so that whoever copies it passes on their own share or none. */
function takeArrival(stem: string): { code: string; visit: string } | null {
  const address = new URL(location.href);
  const given = address.searchParams.get(CODE_PARAMETER) ?? "";
  const [code = "", visit = ""] = given.split(VISIT_MARK, 2);
  // Another campaign's code is for the script of that one.
  if (!code.startsWith(stem) || !CODE.test(code)) return null;
  address.searchParams.delete(CODE_PARAMETER);
  history.replaceState(history.state, "", address);
  return { code, visit };
}

function rememberedId(memory: Memory): string {
  const known = memory.get("ish.p") ?? randomId(16);
  memory.set("ish.p", known);
  return known;
}

/** Reads who brought the visitor, and reports what the page tells it. */
export function createTracker({ base, publicKey, rewrites }: TrackerSettings): Tracker {
  const isPrivate = asksForPrivacy();
  const stem = publicKey.slice(PUBLIC_KEY_START.length).slice(0, STEM_LENGTH);
  // A site may belong to several campaigns, each with its own script.
  const memory = memoryIn(stem, () => (isPrivate ? null : localStorage));
  const tab = memoryIn(stem, () => (isPrivate ? null : sessionStorage));
  const api = (path: string) => `${base}/api/v1/${path}?key=${encodeURIComponent(publicKey)}`;
  const person = rememberedId(memory);
  // A code that was mangled on its way would have everything refused that this visitor does.
  const outbox = createOutbox(memory, api("events"), () => memory.set("ish.v", ""));
  const pool = createCodePool(tab, api("codes"), stem);
  const own = () => readList<string>(memory, "ish.c");
  const report = (event: Record<string, unknown>) =>
    outbox.add({ id: randomId(20), person, occurredAt: Date.now(), ...event });

  const arrival = takeArrival(stem);
  const touch = arrival === null || own().includes(arrival.code) ? null : arrival;
  const via = memory.get("ish.v") || touch?.code || null;
  if (via !== null) memory.set("ish.v", via);
  report({
    kind: touch !== null && touch.visit !== RECORDED ? "visit" : "view",
    via: touch?.code ?? via,
    // What the redirect stores in the end and what the page reports are one visit.
    ...(touch !== null && VISIT_ID.test(touch.visit) ? { id: touch.visit } : {}),
  });

  onReturn(() => report({ kind: "view", via }));

  const tracker: Tracker = {
    via,
    share: (what) => {
      const { channel = "copy", mode = "active" } = what ?? {};
      const code = pool.take();
      memory.set("ish.c", JSON.stringify([...own(), code].slice(-OWN_KEPT)));
      report({ kind: "share", code, channel, mode, via });
      return { code, url: `${base}/s/${code}` };
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
  const address = new URL(location.href);
  address.searchParams.set(CODE_PARAMETER, code);
  history.replaceState(history.state, "", address);
}
