import { escapeHtml } from "#lib/collect/escape-html.ts";
import type { PreviewCard } from "#lib/domain/collection.ts";

/** The page that an app reads to show a card beside a link; null when the campaign has none. Leads people on, too. */
export function previewCard(
  { cardTitle, cardText, cardImage }: PreviewCard,
  location: string,
): string | null {
  if (cardTitle === null) return null;
  const property = (name: string, content: string | null) =>
    content === null ? "" : `<meta property="og:${name}" content="${escapeHtml(content)}">`;
  const address = escapeHtml(location);
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escapeHtml(cardTitle)}</title>
<meta name="twitter:card" content="${cardImage === null ? "summary" : "summary_large_image"}">
${property("type", "website")}${property("title", cardTitle)}${property("description", cardText)}${property("image", cardImage)}
<meta http-equiv="refresh" content="0;url=${address}"></head><body><a href="${address}">${escapeHtml(cardTitle)}</a></body></html>
`;
}
