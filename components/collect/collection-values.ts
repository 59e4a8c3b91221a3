import type { Collection } from "#lib/domain/collection.ts";

/** How a campaign collects, as its form shows it: without the page's own site, which goes without saying. */
export function collectionValues(collection: Collection | null) {
  if (collection === null)
    return { targetUrl: "", origins: "", goalFrom: "page", cardTitle: "", cardText: "", cardImage: "" };
  const { targetUrl, origins, goalFrom, cardTitle, cardText, cardImage } = collection;
  const own = new URL(targetUrl).origin;
  return {
    targetUrl,
    origins: origins.filter((origin) => origin !== own).join("\n"),
    goalFrom,
    cardTitle: cardTitle ?? "",
    cardText: cardText ?? "",
    cardImage: cardImage ?? "",
  };
}
