/** Colours of the picture: told apart by the colour-blind as far as eight can be, and legible on the surface. */
export interface PictureColours {
  readonly channels: readonly string[];
  readonly edge: string;
  readonly band: string;
  readonly text: string;
  readonly surface: string;
  readonly path: string;
  /** The way of the share compared with. */
  readonly compared: string;
  /** The ring around what the search finds. */
  readonly found: string;
}

const LIGHT: PictureColours = {
  channels: ["#0f766e", "#c2410c", "#1d4ed8", "#a21caf", "#4d7c0f", "#be123c", "#0369a1", "#64748b"],
  edge: "rgba(100, 116, 139, 0.4)",
  band: "#e2e8f0",
  text: "#475569",
  surface: "#ffffff",
  path: "#0f172a",
  compared: "#b45309",
  found: "#7c3aed",
};

const DARK: PictureColours = {
  channels: ["#2dd4bf", "#fb923c", "#60a5fa", "#e879f9", "#a3e635", "#fb7185", "#38bdf8", "#94a3b8"],
  edge: "rgba(148, 163, 184, 0.4)",
  band: "#1e293b",
  text: "#94a3b8",
  surface: "#0f172a",
  path: "#f8fafc",
  compared: "#fbbf24",
  found: "#c4b5fd",
};

/** Colours on a light or a dark surface; the last of `channels` stands for all further channels. */
export function pictureColours(isDark: boolean): PictureColours {
  return isDark ? DARK : LIGHT;
}
