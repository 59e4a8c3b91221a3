import { CHANNEL_NAMES, SHARE_TEXTS } from "./share-texts.ts";
import type { Tracker } from "./tracker.ts";

type Compose = (url: string, text: string) => string;

/** How each network is handed a text and an address; the others are the browser's own. */
const NETWORKS: Readonly<Record<string, Compose>> = {
  whatsapp: (url, text) => `https://wa.me/?text=${text}%20${url}`,
  telegram: (url, text) => `https://t.me/share/url?url=${url}&text=${text}`,
  x: (url, text) => `https://x.com/intent/post?url=${url}&text=${text}`,
  facebook: (url) => `https://www.facebook.com/sharer/sharer.php?u=${url}`,
  linkedin: (url) => `https://www.linkedin.com/sharing/share-offsite/?url=${url}`,
  email: (url, text) => `mailto:?subject=${text}&body=${text}%0A${url}`,
  sms: (url, text) => `sms:?&body=${text}%20${url}`,
};
const NAME = "intishar-share";
const ALL = `${Object.keys(NETWORKS).join(" ")} copy device`;

const STYLE = `:host{display:inline-block}div{display:flex;flex-wrap:wrap;gap:var(--intishar-gap,.5rem)}
button{font:inherit;line-height:1.2;min-height:2.75rem;padding:.5rem .875rem;cursor:pointer;
color:var(--intishar-color,#134e4a);background:var(--intishar-background,#f0fdfa);
border:1px solid var(--intishar-border,#5eead4);border-radius:var(--intishar-radius,.5rem)}
button:hover{filter:brightness(.97)}button:focus-visible{outline:3px solid var(--intishar-focus,#0f766e);outline-offset:2px}
p{margin:.5rem 0 0;font-size:.875em;min-height:1.25em;overflow-wrap:anywhere}`;

/**
 * Defines `<intishar-share>`: one press a network. Attributes `channels`, `text`, `mode` and `lang`; parts `list`,
 * `button`, `status` and one named after each channel; variables `--intishar-*`; an event `intishar-share`.
 */
export function defineShareButton(tracker: Tracker): void {
  try {
    if (customElements.get(NAME) !== undefined) return;
    customElements.define(
      NAME,
      class extends HTMLElement {
        connectedCallback() {
          if (this.shadowRoot === null) render(this, tracker);
        }
      },
    );
  } catch {
    // Without custom elements those that stand in the page are found once.
    renderAll(tracker);
    document.addEventListener("DOMContentLoaded", () => renderAll(tracker));
  }
}

function renderAll(tracker: Tracker): void {
  document.querySelectorAll<HTMLElement>(NAME).forEach((host) => {
    if (host.shadowRoot === null) render(host, tracker);
  });
}

function render(host: HTMLElement, tracker: Tracker): void {
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const language = (host.closest("[lang]")?.getAttribute("lang") ?? "en").split("-")[0] ?? "en";
  const texts = SHARE_TEXTS[language] ?? SHARE_TEXTS.en ?? {};
  const list = document.createElement("div");
  list.setAttribute("role", "group");
  list.setAttribute("aria-label", texts.group ?? "");
  list.part.add("list");
  const status = document.createElement("p");
  status.setAttribute("role", "status");
  status.part.add("status");
  const wanted = (host.getAttribute("channels") ?? ALL).split(/[\s,]+/);
  for (const channel of wanted) {
    const isKnown =
      channel in NETWORKS || channel === "copy" || (channel === "device" && "share" in navigator);
    if (!isKnown) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.part.add("button", channel);
    button.textContent = texts[channel] ?? CHANNEL_NAMES[channel] ?? channel;
    button.onclick = () =>
      press(host, tracker, channel, (key, more = "") => {
        status.textContent = `${texts[key] ?? ""} ${more}`;
      });
    list.append(button);
  }
  root.append(list, status);
}

async function press(
  host: HTMLElement,
  tracker: Tracker,
  channel: string,
  say: (key: string, more?: string) => void,
): Promise<void> {
  const mode = host.getAttribute("mode") === "passive" ? "passive" : "active";
  const text = host.getAttribute("text") ?? document.title;
  const { code, url } = tracker.share({ channel, mode });
  const detail = { channel, code, url };
  host.dispatchEvent(new CustomEvent("intishar-share", { detail, bubbles: true, composed: true }));
  const compose = NETWORKS[channel];
  if (compose !== undefined) {
    const address = compose(encodeURIComponent(url), encodeURIComponent(text));
    if (address.startsWith("https:")) open(address, "_blank", "noopener");
    else location.href = address;
    return;
  }
  try {
    if (channel === "device") await navigator.share({ title: document.title, text, url });
    else {
      await navigator.clipboard.writeText(url);
      say("copied");
    }
    tracker.delivered({ code, channel });
  } catch (error) {
    // A sheet that was closed again is an intent without a delivery, and no fault.
    if ((error as Error).name !== "AbortError") say("failed", url);
  }
}
