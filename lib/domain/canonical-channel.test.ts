import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { canonicalChannel } from "./canonical-channel.ts";
import { CHANNELS } from "./channel.ts";
import { NAMED, SHORT_NAMED, WHOLE_NAMED } from "./channel-names.ts";

/** Spellings of each channel, and beside them what looks like one and is something else. */
const SPELLINGS: Readonly<
  Record<string, { readonly same: readonly string[]; readonly other: readonly string[] }>
> = {
  whatsapp: {
    same: [
      ...[
        "WhatsApp",
        "whats app",
        "Whats-App",
        "whats_app",
        "WHATSAPP",
        "ｗｈａｔｓａｐｐ",
        "wa",
        "WhatsApp Business",
      ],
      ...[
        "wa.me",
        "https://wa.me/966500000001?text=a",
        "api.whatsapp.com",
        "https://api.whatsapp.com/send?text=x",
      ],
      ...[
        "web.whatsapp.com",
        "com.whatsapp",
        "com.whatsapp.w4b",
        "android-app://com.whatsapp/",
        "whatsapp://send",
      ],
      ...[
        "net.whatsapp.WhatsApp.ShareExtension",
        "واتساب",
        "واتس اب",
        "واتس آب",
        "وتساب",
        "الواتس",
        "الواتساب",
      ],
      ...[
        "وَاتْسَاب",
        "واتـــساب",
        "\u200fواتساب\u200f",
        "📱 واتساب ✅",
        "ﻭﺍﺗﺴﺎﺏ",
        "واتساب بزنس",
        "عبر واتساب",
        " whatsapp ",
      ],
    ],
    other: [
      "what",
      "wapiti",
      "whatsapp.example",
      "notwhatsapp.com",
      "whatsapp.com.evil.example",
      "whatsapp telegram",
    ],
  },
  telegram: {
    same: [
      ...[
        "Telegram",
        "tg",
        "t.me",
        "https://t.me/channel/12",
        "telegram.me",
        "web.telegram.org",
        "tg://resolve",
      ],
      ...["org.telegram.messenger", "org.telegram.messenger.web", "android-app://org.telegram.messenger/"],
      ...[
        "تيليجرام",
        "تلغرام",
        "تلجرام",
        "تليجرام",
        "تيليغرام",
        "تلقرام",
        "تلگرام",
        "التليجرام",
        "قناة تيليجرام",
      ],
    ],
    other: ["at.me", "xt.me", "t.me.example", "telegraph", "telegram facebook", "tgv"],
  },
  x: {
    same: [
      ...[
        "X",
        "twitter",
        "Twitter",
        "t.co",
        "https://t.co/abc",
        "twitter.com",
        "mobile.twitter.com",
        "x.com",
        "www.x.com",
      ],
      ...[
        "com.twitter.android",
        "X (Twitter)",
        "Twitter / X",
        "X (formerly Twitter)",
        "تويتر",
        "إكس",
        "اكس",
        "منصة إكس",
      ],
      ...["إكس (تويتر سابقًا)", "twitter_ads", "X Ads"],
    ],
    other: ["xbox", "X Box", "x2", "at.co", "ext.co", "netflix.com", "اكسبوكس", "xx", "tex"],
  },
  facebook: {
    same: [
      ...[
        "FB",
        "fb_ads",
        "FBads",
        "FB Ads",
        "facebook",
        "Facebook Stories",
        "l.facebook.com",
        "lm.facebook.com",
        "fb.me",
      ],
      ...["https://m.facebook.com/story.php?id=1", "com.facebook.katana", "فيسبوك", "فيس بوك", "الفيسبوك"],
    ],
    other: ["face", "book", "facebook.example", "fba", "facebook instagram"],
  },
  messenger: {
    same: [
      "Messenger",
      "Facebook Messenger",
      "fb-messenger",
      "m.me",
      "com.facebook.orca",
      "ماسنجر",
      "فيسبوك ماسنجر",
    ],
    other: ["message", "messengers", "am.me"],
  },
  instagram: {
    same: [
      ...[
        "ig",
        "IG",
        "IGShopping",
        "ig_story",
        "Instagram_Stories",
        "insta",
        "l.instagram.com",
        "instagr.am",
      ],
      ...["com.instagram.android", "إنستغرام", "انستجرام", "إنستقرام", "الانستا", "ستوري انستا"],
    ],
    other: ["igloo", "instant", "big"],
  },
  threads: {
    same: ["Threads", "threads.net", "com.instagram.barcelona", "ثريدز"],
    other: ["thread", "threads.example"],
  },
  bluesky: {
    same: ["Bluesky", "blue sky", "bsky", "bsky.app", "بلوسكاي"],
    other: ["sky", "bluesky.example"],
  },
  snapchat: { same: ["Snap", "snap chat", "com.snapchat.android", "سناب شات", "سناب"], other: ["snapshot"] },
  tiktok: {
    same: ["TikTok", "tik-tok", "vm.tiktok.com", "com.zhiliaoapp.musically", "تيك توك"],
    other: ["tick", "tok"],
  },
  youtube: {
    same: ["YouTube", "youtu.be", "m.youtube.com", "YouTube Shorts", "يوتيوب"],
    other: ["tube", "you"],
  },
  linkedin: { same: ["LinkedIn", "linked in", "lnkd.in", "لينكدإن", "لينكد إن"], other: ["linked", "in"] },
  reddit: { same: ["Reddit", "old.reddit.com", "redd.it", "ريديت"], other: ["red", "credit"] },
  pinterest: {
    same: ["Pinterest", "pin.it", "www.pinterest.co.uk", "pinterest.de", "بنترست"],
    other: ["pin", "interest"],
  },
  email: {
    same: [
      ...[
        "e-mail",
        "E_MAIL",
        "eMail",
        "Mail",
        "gmail",
        "Outlook",
        "mail.google.com",
        "com.google.android.gm",
        "mailto:",
      ],
      ...["البريد", "بريد إلكتروني", "البريد الإلكتروني", "ايميل", "الإيميل", "email campaign"],
    ],
    other: ["direct mail", "mailchimp", "daily mail", "mail.example", "بريد مباشر"],
  },
  sms: {
    same: ["SMS", "text", "Text Message", "sms:+1", "رسالة نصية", "com.apple.MobileSMS"],
    other: ["context", "texture"],
  },
  imessage: { same: ["iMessage", "آيمسج"], other: ["message", "image"] },
  signal: {
    same: ["Signal", "signal app", "signal.me", "org.thoughtcrime.securesms", "سيجنال", "سيغنال"],
    other: ["signals", "signals.example", "signal.example", "signal box"],
  },
  discord: { same: ["Discord", "discord.gg", "com.discord", "ديسكورد"], other: ["discordant", "record"] },
  slack: { same: ["Slack", "acme.slack.com", "com.Slack", "سلاك"], other: ["slacker", "slack.example"] },
  teams: {
    same: ["Teams", "Microsoft Teams", "ms_teams", "teams.microsoft.com"],
    other: ["team", "dream teams"],
  },
  wechat: { same: ["WeChat", "we chat", "weixin", "微信", "com.tencent.mm"], other: ["chat", "we"] },
  viber: { same: ["Viber", "com.viber.voip", "فايبر"], other: ["vibe", "fiber"] },
  line: {
    same: ["LINE", "line app", "line.me", "jp.naver.line.android", "لاين"],
    other: [
      "online",
      "on-line",
      "on line",
      "offline",
      "line 2",
      "hotline",
      "أون لاين",
      "اونلاين",
      "line.example",
    ],
  },
  botim: { same: ["BOTIM", "im.thebot.messenger", "بوتيم"], other: ["bot"] },
  copy: {
    same: ["Copy", "copy_link", "Copied link", "link", "نسخ الرابط", "انسخ الرابط"],
    other: ["copycat", "link in bio"],
  },
  qr: { same: ["QR", "qr-code", "QRCode", "رمز QR", "باركود"], other: ["qrt"] },
  print: { same: ["Print", "طباعة"], other: ["sprint", "footprint", "print shop"] },
  device: { same: ["device", "Share Sheet", "native-share"], other: ["devices", "sheet"] },
  push: {
    same: ["push", "Push Notification", "web push", "إشعار", "إشعارات"],
    other: ["pushkin", "push-up"],
  },
  unknown: {
    same: ["", "  ", "-", "other", "(not set)", "None", "غير معروف"],
    other: ["another", "nonesuch"],
  },
};

describe.each(Object.entries(SPELLINGS))("%s", (channel, { same, other }) => {
  it.each(same)("is what %j says", (name) => {
    expect(canonicalChannel(name)).toBe(channel);
  });

  it.each(other)("is not what %j says", (name) => {
    expect(canonicalChannel(name)).toBe(name.toLowerCase());
  });
});

test("every channel but weibo is in the table above, and every channel is its own name", () => {
  expect(CHANNELS.filter((channel) => !(channel in SPELLINGS))).toEqual(["weibo"]);
  for (const channel of CHANNELS) expect(canonicalChannel(channel)).toBe(channel);
});

test("every listed name is found again, and is in one list alone", () => {
  const lists = [NAMED, SHORT_NAMED, WHOLE_NAMED];
  const names = lists.flatMap((list) => [...list]);
  for (const [name, channel] of names) expect([name, canonicalChannel(name)]).toEqual([name, channel]);
  expect(new Set(names.map(([name]) => name)).size).toBe(names.length);
});

const PARTS = [
  "what",
  "s",
  "app",
  "X",
  "fb",
  " ",
  "-",
  "_",
  "ads",
  "لاين",
  "ال",
  "line",
  ".",
  "me",
  "com",
  "/",
  "ة",
  "📱",
];

test("a name made canonical stays as it is, however it was written", () => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...PARTS), { maxLength: 6 }).map((parts) => parts.join("")),
    fc.string({ unit: "grapheme", maxLength: 12 }),
  );
  fc.assert(
    fc.property(text, (name) => {
      const channel = canonicalChannel(name);
      expect(canonicalChannel(channel)).toBe(channel);
    }),
    { numRuns: 5000 },
  );
});

test("more names than are kept in mind change nothing", () => {
  for (let n = 0; n < 5000; n++) expect(canonicalChannel(`Shop ${n}`)).toBe(`shop ${n}`);
  expect(canonicalChannel("واتساب")).toBe("whatsapp");
});
