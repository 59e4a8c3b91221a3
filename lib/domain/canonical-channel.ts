import type { Channel } from "./channel.ts";
import { channelOfAddress } from "./channel-addresses.ts";
import { NAMED, SAYS_AN_APP, SAYS_WHERE, SHORT_NAMED, WHOLE_NAMED } from "./channel-names.ts";
import { foldedName } from "./folded-name.ts";

/** A file has few channels and many rows; what a stranger sends may be as many as he likes. */
const MOST_KNOWN = 2000;
const known = new Map<string, string>();

/** Between a small letter and a capital one, and before the last capital of several: `IG|Shopping`. */
const HUMPS = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/u;

/**
 * One spelling a channel: its names in Latin and Arabic letters, its hosts, addresses and apps become the one of
 * `CHANNELS`; an empty name is `unknown`, and any other stays what it is in lower case.
 */
export function canonicalChannel(name: string): string {
  const found = known.get(name);
  if (found !== undefined) return found;
  const channel = channelOf(name.trim());
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, channel);
  return channel;
}

function channelOf(name: string): string {
  const lower = name.toLowerCase();
  if (lower === "" || !/[^\p{P}\s]/u.test(lower)) return "unknown";
  const address = /\s/.test(lower) ? undefined : channelOfAddress(lower);
  if (address !== undefined) return address;
  const folded = foldedName(name);
  const ofLower = channelOfWords(wordsOf(folded.toLowerCase()));
  if (ofLower !== undefined) return ofLower;
  return channelOfWords(folded.split(HUMPS).flatMap((part) => wordsOf(part.toLowerCase()))) ?? lower;
}

function wordsOf(text: string): string[] {
  return text.split(BETWEEN_WORDS).filter((word) => word !== "");
}

function channelOfWords(words: readonly string[]): Channel | undefined {
  const whole = words.join("");
  if (whole === "") return undefined;
  const bare = words.map((word) => (word.length > 4 && word.startsWith("ال") ? word.slice(2) : word));
  return (
    nameOf(whole) ??
    (whole.startsWith("ال") ? nameOf(whole.slice(2)) : undefined) ??
    nameOf(bare.join("")) ??
    namedAmong(bare)
  );
}

function nameOf(text: string): Channel | undefined {
  return NAMED.get(text) ?? SHORT_NAMED.get(text) ?? WHOLE_NAMED.get(text);
}

/** The one channel that words name, where all others only say where in it; names may be of two or three words. */
function namedAmong(words: readonly string[]): Channel | undefined {
  let channel: Channel | undefined;
  let isShort = false;
  const rest: string[] = [];
  for (let at = 0; at < words.length; ) {
    const { length, named } = nameAt(words, at);
    at += length;
    if (named === undefined) {
      rest.push(words[at - 1] ?? "");
      continue;
    }
    if (channel !== undefined && named.channel !== channel) return undefined;
    isShort = channel === undefined ? named.isShort : isShort && named.isShort;
    channel = named.channel;
  }
  const beside = isShort ? SAYS_AN_APP : SAYS_WHERE;
  return rest.every((word) => beside.has(word)) ? channel : undefined;
}

function nameAt(words: readonly string[], at: number) {
  for (let length = Math.min(3, words.length - at); length > 0; length--) {
    const text = words.slice(at, at + length).join("");
    const channel = NAMED.get(text) ?? SHORT_NAMED.get(text);
    if (channel !== undefined) return { length, named: { channel, isShort: !NAMED.has(text) } };
  }
  return { length: 1, named: undefined };
}
