import type { Loosening } from "#lib/domain/parent-report.ts";

/** Parts of a path that stand before what a link is of. */
const BEFORE_CODE: ReadonlySet<string> = new Set([
  ...[
    "s",
    "r",
    "l",
    "i",
    "p",
    "c",
    "status",
    "statuses",
    "post",
    "posts",
    "comments",
    "video",
    "videos",
    "reel",
  ],
  ...["share", "shares", "ref", "invite", "join", "story", "tweet", "message", "n", "go", "link"],
]);
/** Parameters that hold a code. */
const OF_CODE: ReadonlySet<string> = new Set([
  ...[
    "ref",
    "via",
    "code",
    "share",
    "share_id",
    "shareid",
    "referral",
    "referrer",
    "referral_code",
    "rc",
    "kid",
  ],
  ...[
    "invite",
    "invitation",
    "inviter",
    "r",
    "rid",
    "sid",
    "story_fbid",
    "fbid",
    "v",
    "utm_content",
    "start",
  ],
]);
const LONGEST_WORD = 12;

/** Under what a share, or a person, is found: one key. */
export function keyOf(name: string, ignore: readonly Loosening[]): string {
  return keysOf(name, ignore)[0] ?? name;
}

/** Under what a stated parent is looked for, the most telling key first. */
export function keysOf(name: string, ignore: readonly Loosening[]): string[] {
  let keys = [name];
  if (ignore.includes("link")) keys = linkParts(name);
  if (ignore.includes("prefix")) keys = keys.map(withoutPrefix);
  if (ignore.includes("number")) keys = keys.map(plainNumber);
  if (ignore.includes("case")) keys = keys.map((key) => key.normalize("NFKC").toLowerCase());
  return keys;
}

/**
 * What a link may name, most likely first: what follows `status` or `s` in its path, the parameters that hold
 * codes, the last part of the path, every other part and parameter. A text that is no link stays as it is.
 */
function linkParts(text: string): string[] {
  if (!text.includes("/") && !text.includes("?")) return [text];
  const [address = "", query = ""] = (text.split("#", 1)[0] ?? "").split("?", 2);
  const start = address.indexOf("://");
  const parts = (start < 0 ? address : address.slice(start + 3)).split("/").filter((part) => part !== "");
  // The first part is a host where a scheme says so, or a dot.
  if (start >= 0 || (parts[0]?.includes(".") ?? false)) parts.shift();
  const parameters = query.split("&").map((pair) => pair.split("=", 2));
  const named = parts.filter((_, at) => BEFORE_CODE.has(parts[at - 1]?.toLowerCase() ?? ""));
  const telling = parameters.filter(([name = ""]) => OF_CODE.has(name.toLowerCase()));
  const all = [
    ...named,
    ...telling.map(([, value = ""]) => value),
    ...parts.toReversed(),
    ...parameters.map(([, value = ""]) => value),
  ];
  const keys = [...new Set(all.filter((part) => part !== "").map(decoded))];
  return keys.length === 0 ? [text] : keys;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Without `@`, `#`, `t3_`, `post-`, `urn:li:share:` and the like; one that is nothing else stays as it is. */
function withoutPrefix(text: string): string {
  let rest = text.replace(/^[@#]/, "");
  const colon = rest.lastIndexOf(":");
  if (colon > 0 && isWord(rest, rest.indexOf(":"))) rest = rest.slice(colon + 1);
  else {
    const cut = rest.search(/[_-]/);
    if (cut > 0 && isWord(rest, cut)) rest = rest.slice(cut + 1);
  }
  return rest === "" ? text : rest;
}

/** Whether a text begins with a short word, perhaps numbered, that ends at an index. */
function isWord(text: string, end: number): boolean {
  return end <= LONGEST_WORD && /^[a-z]+\d?$/i.test(text.slice(0, end));
}

/** `00123` and `123.0`, as programs write a column of numbers with gaps, are 123. */
function plainNumber(text: string): string {
  const digits = /^(\d+)(?:\.0+)?$/.exec(text)?.[1];
  return digits === undefined ? text : digits.replace(/^0+(?=\d)/, "");
}
