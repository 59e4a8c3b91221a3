const OWN = "http://own.invalid";

/**
 * A path on this site to go to, as it stands in a link; `/` when the text leads elsewhere or is no path.
 * Judged as browsers read it: they drop line ends and take `\` for `/`.
 */
export function ownPath(text: string | null | undefined): string {
  if (!text?.startsWith("/") || !URL.canParse(text, OWN)) return "/";
  const url = new URL(text, OWN);
  // `/.//host` is ours when resolved once, and another host's when resolved again.
  if (url.origin !== OWN || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
