const LONGEST = 40;

/**
 * A slug for a name: lower-case ASCII letters and digits in groups joined by `-`, at most 40 characters;
 * `workspace` when the name has none, as in Arabic.
 */
export function slugOfName(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const slug = (words ?? []).join("-").slice(0, LONGEST).replace(/-$/, "");
  return slug === "" ? "workspace" : slug;
}
