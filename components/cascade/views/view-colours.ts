import type { Colouring } from "#lib/explorer/explorer-state.ts";
import { type PictureColours, pictureColours } from "../picture-colours.ts";

/** From the first to the last age class; light enough, or dark enough, on its surface throughout. */
const AGES = {
  light: ["#042f2e", "#0f766e", "#0891b2", "#6366f1", "#c026d3", "#e11d48"],
  dark: ["#f0fdfa", "#5eead4", "#38bdf8", "#818cf8", "#e879f9", "#fb7185"],
} as const;

/** The colours of a picture whose classes are coloured by one property. */
export function viewColours(isDark: boolean, by: Colouring): PictureColours {
  const colours = pictureColours(isDark);
  if (by === "age") return { ...colours, channels: AGES[isDark ? "dark" : "light"] };
  if (by === "channel" || by === "country") return colours;
  const [first = "", second = ""] = colours.channels;
  return { ...colours, channels: [first, second, colours.channels.at(-1) ?? ""] };
}
