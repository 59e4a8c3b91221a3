import { ownScript, serverOf } from "./own-script.ts";
import { defineShareButton } from "./share-button.ts";
import { createTracker, type Tracker } from "./tracker.ts";

/** What a page told before the script had come: the snippet's own words for it. */
type EarlyCall = readonly ["convert" | "rate", never];

declare global {
  interface Window {
    intishar?: Tracker | undefined;
  }
  interface Document {
    /** Whether nobody sees the page yet, because the browser draws it ahead. */
    readonly prerendering?: boolean;
  }
}

const NAME = "intishar";
/** Under which a page is known to have a script already: the name may be an element's, a frame's or another's. */
const RUNS = Symbol.for(NAME);
const warn = (text: string) => console.warn(`Intishar: ${text}`);

/** Calls that the snippet noted; none where the name is another's. */
function earlyCalls(): readonly EarlyCall[] {
  try {
    const { early } = window.intishar as { early?: unknown } & Tracker;
    return Array.isArray(early) ? early : [];
  } catch {
    return [];
  }
}

function start(): void {
  const tracker = createTracker({
    base: serverOf(script),
    ...{ api: script.api, publicKey: script.key ?? "", rewrites: script.rewrites },
  });
  const early = earlyCalls();
  const what = { value: tracker, configurable: true, writable: true };
  if (!Reflect.defineProperty(window, NAME, what)) warn("window.intishar is taken");
  for (const [name, said] of early) if (name === "convert" || name === "rate") tracker[name](said);
  defineShareButton(tracker);
  // Old libraries put something of their own in the place of Event.
  const ready = document.createEvent("Event");
  ready.initEvent("intishar-ready");
  dispatchEvent(ready);
}

const script = ownScript();
if (script.key === null)
  warn('the script has no key. Write data-key="ipk_..." into its tag, or ?key=ipk_... behind its address.');
else if (!Reflect.get(window, RUNS)) {
  Reflect.set(window, RUNS, true);
  // What nobody looks at yet reports nothing: a browser draws pages ahead that may never be opened.
  if (document.prerendering) document.addEventListener("prerenderingchange", start, { once: true });
  else start();
}
