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
  `${IPHONE} Outlook-iOS/711.2.2`,
  `${IPHONE} MicroMessenger/8.0.42`,
  `${IPHONE} Viber/20.0.1`,
  `${IPHONE} KAKAOTALK 10.3.5`,
  `${IPHONE} [Pinterest/iOS]`,
  `${ANDROID} Viber/20.0.1`,
  `${ANDROID} VKAndroidApp/8.0`,
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0 OneOutlook/1.2026.1",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Teams/1.6.00 Chrome/108.0.5359.215 Electron/22.3.27 Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Slack/4.35.126 Chrome/118.0.5993.54 Electron/27.0.2 Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko",
  "Opera/9.80 (Android; Opera Mini/36.2/191.249; U; ar) Presto/2.12.423 Version/12.16",
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

const LINKEDIN = "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)";
const FACEBOOK = "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)";
const OLD_SAFARI =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4";
const OLD_IE = "Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; WOW64; Trident/7.0; .NET4.0C; .NET4.0E";
const LINUX = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko";

/** User agents as servers saw them, by the app that looked. */
const LOOKED: Readonly<Record<string, readonly string[]>> = {
  whatsapp: [
    "WhatsApp/2.24.1 A",
    "WhatsApp/2.19.81 i",
    "WhatsApp/2.2336.9 N",
    "WhatsApp/2.23.20.0",
    "WhatsApp/2",
  ],
  telegram: ["TelegramBot (like TwitterBot)"],
  facebook: [FACEBOOK, "facebookexternalhit/1.1", "facebookexternalua", "facebookcatalog/1.0", "Facebot"],
  imessage: [
    "facebookexternalhit/1.1 Facebot Twitterbot/1.0",
    `${OLD_SAFARI} facebookexternalhit/1.1 Facebot Twitterbot/1.0`,
  ],
  x: ["Twitterbot/1.0"],
  linkedin: [LINKEDIN, LINKEDIN.replace("Apache-HttpClient", "Jakarta Commons-HttpClient/3.1")],
  slack: [
    "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
    "Slackbot 1.0(+https://api.slack.com/robots)",
    "Slack-ImgProxy (+https://api.slack.com/robots)",
  ],
  discord: ["Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)"],
  teams: [
    "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5 skype-url-preview@microsoft.com",
    "Mozilla/5.0 (compatible; MicrosoftPreview/2.0; +https://aka.ms/MicrosoftPreview)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; MicrosoftPreview/2.0; +https://aka.ms/MicrosoftPreview) Chrome/109.0.0.0 Safari/537.36",
  ],
  viber: ["Viber/20.5.2.0 (Android)"],
  line: ["facebookexternalhit/1.1;line-poker/1.0"],
  kakaotalk: ["facebookexternalhit/1.1; kakaotalk-scrap/1.0; +https://devtalk.kakao.com/t/scrap/33984"],
  pinterest: ["Pinterest/0.2 (+http://www.pinterest.com/)"],
  google: [
    `${LINUX}; Google-PageRenderer Google (+https://developers.google.com/+/web/snippet/)) Chrome/56.0.2924.87 Safari/537.36`,
    "Mozilla/5.0 (Windows NT 6.1; rv:6.0) Gecko/20110814 Firefox/6.0 Google (+https://developers.google.com/+/web/snippet/)",
    "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
  ],
  office: [
    "Mozilla/4.0 (compatible; ms-office; MSOffice 16)",
    "Mozilla/4.0 (compatible; ms-office; MSOffice rmj)",
    `${OLD_IE}; .NET CLR 2.0.50727; ms-office; MSOffice 16)`,
    `${OLD_IE}; Microsoft Outlook 16.0.5134; ms-office; MSOffice 16)`,
    "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.12026; Pro)",
    "Microsoft Office Word 2014",
    "Microsoft Office PowerPoint 2014 (16.16.27) MacOSX",
    "Microsoft Office Existence Discovery",
    "Microsoft Data Access Internet Publishing Provider Protocol Discovery",
    "Microsoft-WebDAV-MiniRedir/10.0.19045",
    "MacOutlook/16.62.22061100 (Intelx64 Mac OS X Version 12.4 (Build 21F79))",
  ],
  other: [
    "Mozilla/5.0 (compatible; Embedly/0.2; +http://support.embed.ly/)",
    "Iframely/1.3.1 (+https://iframely.com/docs/about)",
    "http.rb/5.1.1 (Mastodon/4.2.1; +https://mastodon.social/)",
    "Bluesky Cardyb/1.1; +mailto:support@bsky.app",
    "Mozilla/5.0 (compatible; ZulipURLPreview/4; +https://zulip.com)",
    "Mattermost-Bot/1.1",
    "Synapse/1.98.0",
    "Messages/1.0 CFNetwork/1410.0.3 Darwin/22.6.0",
  ],
};

test.each(Object.entries(LOOKED).flatMap(([app, agents]) => agents.map((agent) => [app, agent])))(
  "a preview of %s is what %s fetches",
  (app = "", agent = "") => {
    expect(agentLabel({ method: "GET", userAgent: agent, purpose: "" })).toEqual({
      label: "preview",
      agent: app,
    });
  },
);

test.each([
  "Barracuda Sentinel (EE)",
  "Mozilla/5.0 (compatible; Barracuda Link Protect)",
  "Mimecast-URL-Protect/1.0",
  `${LINUX}) Chrome/108.0.0.0 Safari/537.36 Mimecast`,
  "Mozilla/5.0 (Windows NT 6.1; WOW64; rv:27.0) Gecko/20100101 Firefox/27.0 Proofpoint",
  "Mozilla/5.0 (compatible; SafeLinks)",
  "Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0) Symantec Email Security",
  "Mozilla/5.0 (compatible; urlscan.io)",
])("%s opens links before people may", (agent) => {
  expect(agentLabel({ method: "GET", userAgent: agent, purpose: "" })).toEqual({
    label: "bot",
    agent: "scanner",
  });
});

test("an app that asks by itself looks at a link, and may report what its people did", () => {
  expect(labelOf("Shop/1.0 CFNetwork/1410.0.3 Darwin/22.6.0")).toBe("preview");
  expect(labelOf("Shop/1.0 CFNetwork/1410.0.3 Darwin/22.6.0", "POST")).toBe(null);
});

test("each sign counts by itself", () => {
  const person = PEOPLE.at(-1) ?? "";
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
