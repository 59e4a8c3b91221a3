import { ATTRIBUTES } from "#lib/domain/event.ts";
import { CollectedEvent } from "./collected-event.ts";

export const REDACTED = "[redacted]";

const KNOWN = new Set<string>(Object.keys(CollectedEvent.shape));
const KNOWN_ATTRIBUTES = new Set<string>(ATTRIBUTES);

const E_MAIL = /[^\s"'<>(),:;@&=?]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu;
const IPV4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;
const IPV6 = /\b(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}\b|\b(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}:?){0,6}/gi;
/** Keys of servers, which are secrets, and of pages. */
const KEY = /(?<![A-Za-z0-9])i[sp]k_[\w-]{16,}/g;
/** Nine digits and more with what people put between them, as phone numbers are written. */
const PHONE = /(?<![\w.-])\+?\d(?:[\s().-]?\d){8,14}(?![\w.-])/g;

/**
 * What of a message that could not become an event may be kept: the fields that an event has, so that it can be tried
 * again, but under any other name no value, and in what is no event at all no key, address, e-mail,
 * IP or phone.
 */
export function redactRaw(raw: string): string {
  const payload = objectOf(raw);
  if (payload === null) return redactText(raw);
  const kept = Object.entries(payload).map(([name, value]): [string, unknown] => {
    if (name === "attributes" && isObject(value)) return [name, only(value, KNOWN_ATTRIBUTES)];
    return [redactText(name), KNOWN.has(name) ? value : REDACTED];
  });
  return JSON.stringify(Object.fromEntries(kept));
}

function redactText(text: string): string {
  return [KEY, E_MAIL, IPV6, IPV4, PHONE].reduce((left, pattern) => left.replace(pattern, REDACTED), text);
}

function only(values: object, known: ReadonlySet<string>): object {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [redactText(name), known.has(name) ? value : REDACTED]),
  );
}

function objectOf(raw: string): object | null {
  try {
    const value: unknown = JSON.parse(raw);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
