const ESCAPED = /["\\\p{Cc}\u2028\u2029\ud800-\udfff]/gu;

const quote = (text: string) =>
  `"${text.replace(ESCAPED, (unit) => `\\u${`000${unit.charCodeAt(0).toString(16)}`.slice(-4)}`)}"`;

/**
 * JSON by our own hand: old libraries give arrays and texts a `toJSON` by which JSON.stringify writes a text within a
 * text. What JSON cannot hold is null. @throws RangeError for what holds itself
 */
export function toJson(value: unknown): string {
  if (typeof value === "string") return quote(value);
  // A list in a template is joined by commas.
  if (Array.isArray(value)) return `[${value.map((one) => toJson(one))}]`;
  if (typeof value === "object" && value !== null)
    return `{${Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [`${quote(name)}:${toJson(one)}`]))}}`;
  return typeof value === "boolean" || Number.isFinite(value) ? `${value}` : "null";
}
