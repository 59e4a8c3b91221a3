import { expect, test } from "vitest";
import { isOpening } from "./is-opening.ts";

const BROWSER =
  "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

test.each([
  ["a link in a mail or an address typed in", { "sec-fetch-site": "none" }, true],
  ["a link on another site", { "sec-fetch-site": "cross-site" }, true],
  ["a link on a neighbouring site", { "sec-fetch-site": "same-site" }, true],
  ["an old browser", {}, true],
  ["a program", { "user-agent": "curl/8.5.0" }, false],
  ["a program that names none", { "user-agent": "" }, false],
  ["a preview", { "user-agent": "WhatsApp/2.23.20.0" }, false],
  ["a preview for a chat", { "user-agent": "facebookexternalhit/1.1" }, false],
  ["a look at the headers alone", { "x-intishar-method": "HEAD" }, false],
  ["a browser within an app", { "user-agent": `${BROWSER} Instagram 300.0.0.0` }, true],
  ["other days, chosen on the page", { "sec-fetch-site": "same-origin" }, false],
  ["fetched ahead", { "sec-fetch-site": "none", "sec-purpose": "prefetch" }, false],
  ["drawn ahead", { "sec-fetch-site": "none", "sec-purpose": "prefetch;prerender" }, false],
  ["fetched ahead by an old browser", { purpose: "prefetch" }, false],
  ["fetched ahead from the page", { "sec-fetch-site": "same-origin", "sec-purpose": "prefetch" }, false],
  ["fetched ahead by an older browser", { "x-moz": "prefetch" }, false],
  ["drawn small on a page of much visited sites", { "x-purpose": "preview" }, false],
  ["for another purpose", { "sec-fetch-site": "none", "sec-purpose": "reading" }, true],
  [
    "a chat's preview under a browser's name",
    { "user-agent": `${BROWSER} Slackbot-LinkExpanding 1.0` },
    false,
  ],
])("%s: %o opens a report: %s", (_, headers: Record<string, string>, opens) => {
  expect(isOpening(new Headers({ "user-agent": BROWSER, ...headers }))).toBe(opens);
});
