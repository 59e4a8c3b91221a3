import type { Channel } from "./channel.ts";

/** Domains; each stands for what lies under it too. */
const HOSTS: Readonly<Partial<Record<Channel, string>>> = {
  whatsapp: "wa.me whatsapp.com whatsapp.net wa.link",
  telegram: "t.me telegram.me telegram.org telegram.dog telesco.pe",
  messenger: "m.me messenger.com msngr.com",
  signal: "signal.me signal.group signal.org signal.art",
  imessage: "imessage.apple.com",
  viber: "viber.com vb.me",
  line: "line.me lin.ee line.naver.jp",
  botim: "botim.me",
  wechat: "wechat.com weixin.qq.com",
  discord: "discord.com discord.gg discordapp.com",
  slack: "slack.com",
  teams: "teams.microsoft.com teams.live.com teams.cloud.microsoft",
  x: "x.com t.co twitter.com",
  facebook: "facebook.com fb.com fb.me fb.watch facebook.net",
  instagram: "instagram.com instagr.am ig.me",
  threads: "threads.net threads.com",
  bluesky: "bsky.app bsky.social go.bsky.app",
  linkedin: "linkedin.com linkedin.cn lnkd.in",
  tiktok: "tiktok.com tiktokv.com",
  snapchat: "snapchat.com snap.com",
  youtube: "youtube.com youtu.be youtube-nocookie.com",
  reddit: "reddit.com redd.it",
  pinterest: "pinterest.com pin.it",
  weibo: "weibo.com weibo.cn t.cn",
  email:
    "gmail.com mail.google.com inbox.google.com outlook.com outlook.live.com outlook.office.com outlook.office365.com hotmail.com mail.yahoo.com mail.ru mail.proton.me mail.aol.com mail.zoho.com",
};

/** Names of apps on Android and iOS; each stands for its parts too, such as a share extension. */
const APPS: Readonly<Partial<Record<Channel, string>>> = {
  whatsapp: "com.whatsapp net.whatsapp.whatsapp",
  telegram: "org.telegram ph.telegra.telegraph org.thunderdog.challegram",
  messenger: "com.facebook.orca com.facebook.mlite com.facebook.messenger",
  signal: "org.thoughtcrime.securesms org.whispersystems.signal",
  viber: "com.viber",
  line: "jp.naver.line com.linecorp.lineaccount",
  botim: "im.thebot.messenger com.algento.botim",
  wechat: "com.tencent.mm com.tencent.xin",
  discord: "com.discord com.hammerandchisel.discord",
  slack: "com.slack com.tinyspeck.chatlyio",
  teams: "com.microsoft.teams com.microsoft.skype.teams",
  x: "com.twitter.android com.twitter.lite com.atebits.tweetie2 com.apple.uikit.activity.posttotwitter",
  facebook:
    "com.facebook.katana com.facebook.lite com.facebook.facebook com.apple.uikit.activity.posttofacebook",
  instagram: "com.instagram.android com.instagram.lite com.burbn.instagram",
  threads: "com.instagram.barcelona com.burbn.barcelona",
  bluesky: "xyz.blueskyweb.app",
  linkedin: "com.linkedin.android com.linkedin.linkedin",
  tiktok: "com.zhiliaoapp.musically com.ss.android.ugc.trill com.ss.android.ugc.aweme",
  snapchat: "com.snapchat.android com.toyopagroup.picaboo",
  youtube: "com.google.android.youtube com.google.ios.youtube com.google.android.apps.youtube",
  reddit: "com.reddit.frontpage com.reddit.reddit",
  pinterest: "com.pinterest",
  weibo: "com.sina.weibo com.apple.uikit.activity.posttoweibo",
  email:
    "com.google.android.gm com.google.gmail com.microsoft.office.outlook com.apple.mobilemail com.apple.uikit.activity.mail com.yahoo.mobile.client.android.mail com.samsung.android.email",
  sms: "com.google.android.apps.messaging com.samsung.android.messaging com.android.mms com.apple.mobilesms com.apple.uikit.activity.message",
  copy: "com.apple.uikit.activity.copytopasteboard",
  print: "com.apple.uikit.activity.print",
};

/** Schemes by which a page hands something to an app. */
const SCHEMES: Readonly<Partial<Record<Channel, string>>> = {
  whatsapp: "whatsapp",
  telegram: "tg",
  messenger: "fb-messenger fb-messenger-share",
  signal: "sgnl",
  viber: "viber",
  line: "line",
  discord: "discord",
  slack: "slack",
  teams: "msteams",
  x: "twitter",
  facebook: "fb",
  instagram: "instagram",
  snapchat: "snapchat",
  youtube: "youtube vnd.youtube",
  wechat: "weixin",
  email: "mailto googlegmail ms-outlook",
  sms: "sms smsto",
};

const BY_HOST = byName(HOSTS);
const BY_APP = byName(APPS);
const BY_SCHEME = byName(SCHEMES);
/** Schemes that no `//` follows. */
const OPAQUE: ReadonlySet<string> = new Set(["mailto", "sms", "smsto"]);
/** Pinterest has a domain in every country. */
const COUNTRY_DOMAIN = /^(?:[a-z\d-]+\.)*pinterest\.(?:(?:com?\.)?[a-z]{2})$/;
const ADDRESS = /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/)?(?:[^/@?#\s]*@)?([^/?#\s:]*)/;

/** The channel whose address, host, app or scheme a text is, in lower case and without blanks; undefined for any other. */
export function channelOfAddress(text: string): Channel | undefined {
  const [, scheme = "", host = ""] = ADDRESS.exec(text) ?? [];
  // `host:port` begins as a scheme does.
  const name = (scheme.includes(".") && !text.includes("://") ? scheme : host).replace(/\.$/, "");
  if (text.includes("://") || OPAQUE.has(scheme)) {
    const channel = BY_SCHEME.get(scheme);
    if (channel !== undefined) return channel;
  }
  if (!name.includes(".")) return undefined;
  return ofApp(name) ?? ofHost(name);
}

function ofHost(name: string): Channel | undefined {
  for (let host = name; host.includes("."); host = host.slice(host.indexOf(".") + 1)) {
    const channel = BY_HOST.get(host);
    if (channel !== undefined) return channel;
  }
  return COUNTRY_DOMAIN.test(name) ? "pinterest" : undefined;
}

function ofApp(name: string): Channel | undefined {
  for (let app = name; app.includes("."); app = app.slice(0, app.lastIndexOf("."))) {
    const channel = BY_APP.get(app);
    if (channel !== undefined) return channel;
  }
  return undefined;
}

function byName(names: Readonly<Partial<Record<Channel, string>>>): ReadonlyMap<string, Channel> {
  const entries = Object.entries(names) as [Channel, string][];
  return new Map(entries.flatMap(([channel, list]) => list.split(" ").map((name) => [name, channel])));
}
