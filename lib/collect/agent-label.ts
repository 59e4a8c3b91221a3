import { isbot } from "isbot";
import type { EventLabel } from "#lib/domain/event.ts";

/** Who fetched instead of a person, and under which label it is counted. */
export interface SetApart {
  readonly label: EventLabel;
  /** The app that fetches for a preview, else the kind of agent. */
  readonly agent: string;
}

/** What of a request tells a person from a machine. */
export interface AgentSigns {
  readonly method: string;
  readonly userAgent: string;
  /** `Sec-Purpose`, `Purpose`, `X-Moz` and `X-Purpose`. */
  readonly purpose: string;
}

// Apps that fetch a link to show a card beside it. What they fetch says that a link was sent, not that it was opened.
// Some call themselves by the name of another, too: their own comes before it.
const PREVIEWS: readonly (readonly [RegExp, string])[] = [
  [/whatsapp/i, "whatsapp"],
  [/telegrambot/i, "telegram"],
  [/line-poker|linebot/i, "line"],
  [/kakaotalk-scrap/i, "kakaotalk"],
  // Apple's Messages names both.
  [/facebookexternalhit.*twitterbot/i, "imessage"],
  [/facebookexternal(?:hit|ua)|facebookcatalog|facebot|meta-externalfetcher/i, "facebook"],
  [/twitterbot/i, "x"],
  [/linkedinbot/i, "linkedin"],
  [/slackbot|slack-imgproxy/i, "slack"],
  [/discordbot/i, "discord"],
  [/skypeuripreview|microsoftpreview|microsoft teams|teams(?:messaging)?bot|teams.*linkpreview/i, "teams"],
  [/viber/i, "viber"],
  [/snapchat(?=.*(?:preview|bot|crawler))|snap url preview/i, "snapchat"],
  [/redditbot/i, "reddit"],
  [/pinterestbot|^pinterest\//i, "pinterest"],
  [/vkshare/i, "vk"],
  [/odklbot/i, "ok"],
  [/google-pagerenderer|googleimageproxy|developers\.google\.com\/\+\/web\/snippet/i, "google"],
  [/(?:link|url)[ -]?preview|iframely|embedly|embedder|mattermost|synapse|rocketchat|tumblr/i, "other"],
  [/mastodon|bluesky|cardyb|xing-contenttabreceiver|nextcloud server|signal(?=.*preview)/i, "other"],
];

// Word, Excel, PowerPoint and Outlook look at a link before they hand it to the browser, some under a browser's name.
const OFFICE = /ms-?office|microsoft (?:office|outlook|data access)|macoutlook|microsoft-webdav|^onenote\//i;

// What opens every link of a mail before its reader may, under a browser's name, too.
const LINK_SCANNERS =
  /barracuda|mimecast|proofpoint|safelinks|symantec|messagelabs|trend ?micro|fireeye|ironport|cloudmark|zscaler|forti(?:guard|mail)|forcepoint|websense|vade ?secure|avanan|ironscales|cyren|urlscan|virustotal|netcraft|safe-?browsing|google-safety/i;

// In-app browsers put the app's name beside a whole browser's; there a person looks.
const BROWSER =
  /^Mozilla\/5\.0 .*(?:(?:Chrome|Safari|Firefox|Gecko)\/|AppleWebKit\/[\d.]+ \(KHTML, like Gecko\).* Mobile\/)/;
const IN_APP =
  /\b(?:Instagram|FBA[NV]|FB_IAB|Snapchat|musical_ly|trill|BytedanceWebview|Line\/|LinkedInApp|Telegram-(?:Android|iOS))/;
const CALLS_ITSELF_BOT = /bot|crawl|spider|preview|externalhit|fetcher|pagerenderer|imageproxy|web\/snippet/i;
/** Apps' own requests, which no browser makes: a link's card, not the link. */
const NO_BROWSER = /\bCFNetwork\/|^Dart\//;

const AGENTS_OF_MODELS =
  /chatgpt-user|oai-searchbot|gptbot|claude(?:bot|-user|-searchbot|-web)|perplexity(?:bot|-user)|google-extended|mistralai-user|meta-externalagent|bytespider|ccbot|duckassistbot|cohere-ai/i;

/** The label of a request that no person made; null for a person's. Each sign counts by itself. */
export function agentLabel({ method, userAgent, purpose }: AgentSigns): SetApart | null {
  if (/prefetch|prerender/i.test(purpose)) return { label: "prefetch", agent: "browser" };
  if (OFFICE.test(userAgent)) return { label: "preview", agent: "office" };
  if (LINK_SCANNERS.test(userAgent)) return { label: "bot", agent: "scanner" };
  const preview = PREVIEWS.find(([pattern]) => pattern.test(userAgent));
  const isPerson = BROWSER.test(userAgent) && !CALLS_ITSELF_BOT.test(userAgent);
  if (preview !== undefined && !isPerson) return { label: "preview", agent: preview[1] };
  if (/preview/i.test(purpose)) return { label: "preview", agent: "other" };
  if (AGENTS_OF_MODELS.test(userAgent)) return { label: "bot", agent: "ai" };
  if (userAgent.trim() === "") return { label: "bot", agent: "nameless" };
  if (isbot(userAgent) && !(isPerson && IN_APP.test(userAgent))) return { label: "bot", agent: "bot" };
  const isGlance = method === "HEAD" || (method === "GET" && NO_BROWSER.test(userAgent));
  return isGlance ? { label: "preview", agent: "other" } : null;
}
