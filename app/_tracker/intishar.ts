import { defineShareButton } from "./share-button.ts";
import { createTracker, type Tracker } from "./tracker.ts";

/** What stands in the script's place until it has come: it notes what it is told. */
interface EarlyCalls {
  readonly early: readonly (readonly ["convert" | "rate", never])[];
}

declare global {
  interface Window {
    intishar?: Tracker | undefined;
  }
}

const tag = document.currentScript;
const known = window.intishar as Tracker | EarlyCalls | undefined;
const early = known === undefined ? [] : "early" in known ? known.early : null;
if (tag instanceof HTMLScriptElement && tag.dataset.key && early !== null) {
  const tracker = createTracker({
    base: new URL(tag.src).origin,
    publicKey: tag.dataset.key,
    rewrites: tag.dataset.rewrite !== undefined,
  });
  window.intishar = tracker;
  for (const [name, what] of early) tracker[name](what);
  defineShareButton(tracker);
  dispatchEvent(new Event("intishar-ready"));
}
