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
  /** `Sec-Purpose`, `Purpose` or `X-Moz`. */
  readonly purpose: string;
}

// Apps that fetch a link to show a card beside it. What they fetch says that a link was sent, not that it was opened.
const PREVIEWS: readonly (readonly [RegExp, string])[] = [
  [/whatsapp/i, "whatsapp"],
  [/telegrambot/i, "telegram"],
  // Apple's Messages names both; it must come before either.
  [/facebookexternalhit.*twitterbot/i, "imessage"],
  [/facebookexternalhit|facebookcatalog|meta-externalfetcher/i, "facebook"],
  [/twitterbot/i, "x"],
  [/linkedinbot/i, "linkedin"],
  [/slackbot-linkexpanding|slack-imgproxy|slackbot/i, "slack"],
  [/discordbot/i, "discord"],
  [/skypeuripreview|microsoftpreview|teamsbot/i, "teams"],
  [/viber/i, "viber"],
  [/snapchat(?=.*(?:preview|bot|crawler))|snap url preview/i, "snapchat"],
  [/redditbot/i, "reddit"],
  [/pinterestbot/i, "pinterest"],
  [/vkshare/i, "vk"],
  [/kakaotalk-scrap/i, "kakaotalk"],
  [/line-poker|linebot/i, "line"],
  [/iframely|embedly|mastodon|bluesky|cardyb|signal(?=.*preview)/i, "other"],
];

// In-app browsers put the app's name beside a whole browser's; there a person looks.
const BROWSER = /^Mozilla\/5\.0 .*(?:Chrome|Safari|Firefox|Gecko)\//;
const IN_APP =
  /\b(?:Instagram|FBA[NV]|FB_IAB|Snapchat|musical_ly|trill|BytedanceWebview|Line\/|LinkedInApp|Telegram-(?:Android|iOS))/;
const CALLS_ITSELF_BOT = /bot|crawl|spider|preview|externalhit|fetcher/i;

const AGENTS_OF_MODELS =
  /chatgpt-user|oai-searchbot|gptbot|claude(?:bot|-user|-searchbot|-web)|perplexity(?:bot|-user)|google-extended|mistralai-user|meta-externalagent|bytespider|ccbot|duckassistbot|cohere-ai/i;

/** The label of a request that no person made; null for a person's. Each sign counts by itself. */
export function agentLabel({ method, userAgent, purpose }: AgentSigns): SetApart | null {
  if (/prefetch|prerender/i.test(purpose)) return { label: "prefetch", agent: "browser" };
  const preview = PREVIEWS.find(([pattern]) => pattern.test(userAgent));
  const isPerson = BROWSER.test(userAgent) && !CALLS_ITSELF_BOT.test(userAgent);
  if (preview !== undefined && !isPerson) return { label: "preview", agent: preview[1] };
  if (/preview/i.test(purpose)) return { label: "preview", agent: "other" };
  if (AGENTS_OF_MODELS.test(userAgent)) return { label: "bot", agent: "ai" };
  if (userAgent.trim() === "") return { label: "bot", agent: "nameless" };
  if (isbot(userAgent) && !(isPerson && IN_APP.test(userAgent))) return { label: "bot", agent: "bot" };
  return method === "HEAD" ? { label: "preview", agent: "other" } : null;
}
