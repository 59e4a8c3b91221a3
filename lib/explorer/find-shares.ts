import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";

/** Shares whose person or code contains a text, in any case, in the cascade's order; none for an empty text. */
export function findShares(
  { person, code }: Pick<CascadeShares, "person" | "code">,
  visible: Uint8Array,
  text: string,
): number[] {
  const sought = text.trim().toLowerCase();
  if (sought === "") return [];
  const found: number[] = [];
  code.forEach((own, share) => {
    if (visible[share] !== 1) return;
    if (own.toLowerCase().includes(sought) || person[share]?.toLowerCase().includes(sought))
      found.push(share);
  });
  return found;
}
