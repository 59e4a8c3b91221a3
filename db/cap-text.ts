/** The longest beginning of a text that takes at most `bytes` bytes of UTF-8, no character cut in two. */
export function capText(text: string, bytes: number): string {
  if (text.length * 3 <= bytes) return text;
  const head = Buffer.from(text.slice(0, bytes), "utf8");
  if (head.length <= bytes) return head.toString("utf8");
  // A streaming decoder holds back the character that the cut left incomplete.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(head.subarray(0, bytes), { stream: true });
}
