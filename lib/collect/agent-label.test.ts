import crawlers from "crawler-user-agents";
import { expect, test } from "vitest";
import { agentLabel } from "./agent-label.ts";

const labelOf = (userAgent: string, method = "GET", purpose = "") =>
  agentLabel({ method, userAgent, purpose })?.label ?? null;

const SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36";
const IPHONE = `Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) ${SAFARI}`;
const ANDROID = `Mozilla/5.0 (Linux; Android 15; Pixel 9 Build/AP4A; wv) ${CHROME}`;

/** Browsers inside apps, and phones whose names sound like machines: people, all of them. */
const PEOPLE = [
  `${IPHONE} Instagram 380.0.0.34.110 (iPhone14,5; iOS 18_5; ar_SA; ar; scale=3.00; 1170x2532; 700000000)`,
  `${IPHONE} [FBAN/FBIOS;FBAV/500.0.0.40.109;FBBV/700000000;FBDV/iPhone14,5;FBMD/iPhone;FBSN/iOS;FBSV/18.5]`,
  `${IPHONE} musical_ly_39.5.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/ar Region/SA BytedanceWebview/d8a21c6`,
  `${IPHONE} Snapchat/13.40.0.41 (iPhone14,5; iOS 18.5; gzip)`,
  `${IPHONE} Safari Line/15.6.0`,
  `${IPHONE} Twitter for iPhone/11.5`,
  `${IPHONE} LinkedInApp`,
  `${ANDROID} Instagram 380.0.0.50.90 Android (35/15; 420dpi; 1080x2424; Google; Pixel 9; tokay; tensor; en_GB)`,
  `${ANDROID} [FB_IAB/FB4A;FBAV/500.0.0.55.98;]`,
  `${ANDROID} trill_390503 JsSdk/1.0 NetType/WIFI AppName/trill app_version/39.5.3 BytedanceWebview/d8a21c6`,
  `${ANDROID} Snapchat/13.40.0.42 (Pixel 9; Android 15#12345678#35; gzip)`,
  `${ANDROID} Telegram-Android/11.9.2 (Google Pixel 9; Android 15; SDK 35; HIGH)`,
  `Mozilla/5.0 (Linux; Android 13; CUBOT X70) ${CHROME}`,
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
];

test("crawlers and previews of a labelled list are known, but for two in a hundred", () => {
  const agents = crawlers.flatMap(({ instances }) => instances);
  expect(agents.length).toBeGreaterThan(300);
  const missed = agents.filter((agent) => labelOf(agent) === null);
  expect(missed.length / agents.length).toBeLessThanOrEqual(0.02);
});

test.each(PEOPLE)("%s is a person's", (agent) => {
  expect(labelOf(agent)).toBe(null);
});

test.each([
  ["WhatsApp/2.24.1 A", "whatsapp"],
  ["TelegramBot (like TwitterBot)", "telegram"],
  ["facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)", "facebook"],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    "imessage",
  ],
  ["Twitterbot/1.0", "x"],
  ["LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)", "linkedin"],
  ["Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "slack"],
  ["Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)", "discord"],
])("%s is a preview of %s", (agent, app) => {
  expect(agentLabel({ method: "GET", userAgent: agent, purpose: "" })).toEqual({
    label: "preview",
    agent: app,
  });
});

test("each sign counts by itself", () => {
  const person = PEOPLE[13] ?? "";
  expect(labelOf(person)).toBe(null);
  expect(labelOf(person, "HEAD")).toBe("preview");
  for (const purpose of ["prefetch", "prefetch;prerender"])
    expect(labelOf(person, "GET", purpose)).toBe("prefetch");
  expect(labelOf(person, "GET", "preview")).toBe("preview");
  for (const agent of [
    "",
    "  ",
    "Mozilla/5.0 (compatible; ChatGPT-User/1.0; +https://openai.com/bot)",
    "curl/8.5.0",
  ])
    expect(labelOf(agent)).toBe("bot");
});
