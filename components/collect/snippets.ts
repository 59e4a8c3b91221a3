/**
 * What a page needs to report visits, and to offer its visitors a share button. What is called before the script has
 * come waits for it, and where a blocker keeps it away, the page goes on.
 */
export function scriptSnippet(base: string, publicKey: string): string {
  return `<script>window.intishar?.convert || (window.intishar = { early: [],
  convert(what) { this.early.push(["convert", what]) }, rate(what) { this.early.push(["rate", what]) } })</script>
<script async src="${base}/intishar.js" data-key="${publicKey}"></script>
<intishar-share></intishar-share>`;
}

/** What a page calls when a visitor reaches the goal or answers on worth. */
export function eventsSnippet(): string {
  return `intishar.convert({ value: 25, currency: "SAR", id: "order-1001" });
intishar.rate({ score: 9 });`;
}

/** One event from a shell. */
export function curlExample(base: string, key: string): string {
  return `curl ${base}/api/v1/events \\
  -H "Authorization: Bearer ${key}" \\
  -H "Content-Type: application/json" \\
  -d '{"kind":"share","person":"maya","code":"a1","channel":"whatsapp"}'`;
}
