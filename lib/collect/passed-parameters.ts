import { CODE_PARAMETER } from "./page-protocol.ts";

/** What ad networks and web analytics put behind a link is a handful of short values. */
const MOST = 24;
const LONGEST = 512;
const LONGEST_ALL = 2048;

/** Escaped ampersands of HTML that was taken for text. */
const HTML_AMPERSANDS = /(^|&)amp;/gi;
/** All that an address may hold as it is, but for the marks that end a query. */
const UNSAFE = /%(?![0-9A-Fa-f]{2})|[^!$&'()*+,;=:@/?%\-._~0-9A-Za-z]/g;

/** Marks that a chat puts behind a question mark are no parameter. */
const HAS_NAME = /[\p{L}\p{N}]/u;
/** Tags of web analytics: no page follows them. */
const TAG = "utm_";
/** How a browser reads an address that leads to another site, or runs. */
const ADDRESS = /^[\s\p{Cc}]*(?:[a-z][a-z0-9+.-]*:[/\\]|(?:https?|javascript|data|vbscript):|[/\\]{2})/iu;

/** One parameter of a query as it is written, and its name as it is read. */
export interface WrittenParameter {
  readonly name: string;
  readonly text: string;
}

/** The parameters of a query, in their order and spelling; what has no name is left out. */
export function writtenParameters(query: string): WrittenParameter[] {
  if (query === "") return [];
  return query.split("&").flatMap((text) => {
    const name = readName(text);
    return name === "" ? [] : [{ name, text }];
  });
}

/**
 * What a link was followed with and the page behind it is to have: tags of ads and analytics. Each stays as it is
 * written, fit for a header; one that is too long, and those beyond a number, are left out whole. The parameter of
 * codes is ours alone.
 * @param query without the question mark; bytes as a request line has them
 */
export function passedParameters(query: string): WrittenParameter[] {
  const passed: WrittenParameter[] = [];
  let length = 0;
  for (const { name, text } of writtenParameters(query.replace(HTML_AMPERSANDS, "$1"))) {
    if (passed.length === MOST) break;
    if (!HAS_NAME.test(name) || name.toLowerCase() === CODE_PARAMETER || leadsElsewhere(name, text)) continue;
    const safe = text.replace(UNSAFE, escaped);
    if (safe.length > LONGEST || length + safe.length > LONGEST_ALL) continue;
    length += safe.length;
    passed.push({ name, text: safe });
  }
  return passed;
}

/** Whether a value is an address: a page that sends people on to one is the campaign's fault, a link of ours that uses it ours. */
function leadsElsewhere(name: string, text: string): boolean {
  if (name.startsWith(TAG)) return false;
  const value = read(text.slice(text.indexOf("=") + 1));
  return text.includes("=") && ADDRESS.test(value);
}

function readName(text: string): string {
  const end = text.indexOf("=");
  return read(end === -1 ? text : text.slice(0, end));
}

function read(written: string): string {
  if (!/[%+]/.test(written)) return written;
  try {
    return decodeURIComponent(written.replaceAll("+", " "));
  } catch {
    return written;
  }
}

/** A request line's letters are its bytes. */
function escaped(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
