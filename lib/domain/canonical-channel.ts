/** Channels that the product knows by name; any other lower-case name is kept as it is. */
export const CHANNELS = [
  "whatsapp",
  "telegram",
  "messenger",
  "signal",
  "x",
  "facebook",
  "instagram",
  "linkedin",
  "tiktok",
  "snapchat",
  "youtube",
  "reddit",
  "weibo",
  "email",
  "sms",
  "copy",
  "qr",
  "unknown",
] as const;
export type Channel = (typeof CHANNELS)[number];

const ALIASES: Readonly<Record<string, Channel>> = {
  "": "unknown",
  wa: "whatsapp",
  "whats app": "whatsapp",
  tg: "telegram",
  twitter: "x",
  fb: "facebook",
  "facebook messenger": "messenger",
  ig: "instagram",
  "e-mail": "email",
  mail: "email",
  text: "sms",
  link: "copy",
  "copy link": "copy",
  "copied link": "copy",
  other: "unknown",
};

/** One spelling a channel: lower case, known aliases resolved, empty is `unknown`. */
export function canonicalChannel(name: string): string {
  const lower = name.trim().toLowerCase();
  return Object.hasOwn(ALIASES, lower) ? (ALIASES[lower] ?? lower) : lower;
}
