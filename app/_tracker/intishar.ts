import { defineShareButton } from "./share-button.ts";
import { createTracker, type Tracker } from "./tracker.ts";

declare global {
  interface Window {
    intishar?: Tracker;
  }
}

const tag = document.currentScript;
if (tag instanceof HTMLScriptElement && tag.dataset.key && window.intishar === undefined) {
  window.intishar = createTracker({
    base: new URL(tag.src).origin,
    publicKey: tag.dataset.key,
    rewrites: tag.dataset.rewrite !== undefined,
  });
  defineShareButton(window.intishar);
  dispatchEvent(new Event("intishar-ready"));
}
