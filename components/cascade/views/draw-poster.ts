import type { PictureColours } from "../picture-colours.ts";
import type { LegendItem } from "./legend-items.ts";
import type { Pen } from "./pen.ts";
import type { PictureText } from "./view-props.ts";

const EDGE = 20;
const HEAD = 62;
const ROW = 20;

interface Poster extends PictureText {
  readonly width: number;
  readonly height: number;
  readonly legend: readonly LegendItem[];
  readonly direction: "ltr" | "rtl";
  readonly family: string;
  readonly colours: PictureColours;
  readonly measure: (text: string) => number;
  /** Draws the picture with its corner at the origin given. */
  readonly drawPicture: (pen: Pen) => void;
}

/** Size of a picture with its title, note and legend around it. */
export function posterSize({ width, height, legend, measure }: Omit<Poster, "drawPicture">) {
  return {
    width: width + 2 * EDGE,
    height: HEAD + height + 12 + ROW * rowsOf(legend, width, measure).length + EDGE,
  };
}

/** Where the picture's corner stands on the poster. */
export const POSTER_CORNER = { x: EDGE, y: HEAD };

/** Draws title, note and legend on the surface; the picture is drawn by the caller at POSTER_CORNER. */
export function drawPoster(pen: Pen, poster: Poster): void {
  const { width, height, colours, family, direction } = poster;
  const whole = posterSize(poster);
  const isRtl = direction === "rtl";
  const start = isRtl ? EDGE + width : EDGE;
  pen.fillStyle = colours.surface;
  pen.fillRect(0, 0, whole.width, whole.height);
  poster.drawPicture(pen);
  pen.textAlign = isRtl ? "right" : "left";
  pen.textBaseline = "middle";
  pen.fillStyle = colours.path;
  pen.font = `600 16px ${family}`;
  pen.fillText(isolated(poster.title, direction), start, 24);
  pen.fillStyle = colours.text;
  pen.font = `12px ${family}`;
  pen.fillText(isolated(poster.note, direction), start, 46);
  pen.font = `11px ${family}`;
  rowsOf(poster.legend, width, poster.measure).forEach((row, line) => {
    const y = HEAD + height + 12 + ROW * line + ROW / 2;
    let x = start;
    for (const { item, space } of row) {
      drawSwatch(pen, item, isRtl ? x - 6 : x + 6, y, colours);
      pen.fillStyle = colours.text;
      pen.fillText(isolated(item.label, direction), isRtl ? x - 20 : x + 20, y);
      x += isRtl ? -space : space;
    }
  });
}

function drawSwatch(pen: Pen, item: LegendItem, x: number, y: number, colours: PictureColours): void {
  pen.strokeStyle = item.colour ?? colours.text;
  pen.fillStyle = item.colour ?? colours.text;
  pen.lineWidth = 1.5;
  pen.beginPath();
  if (item.kind === "dashed") {
    pen.setLineDash([4, 3]);
    pen.moveTo(x - 8, y);
    pen.lineTo(x + 8, y);
    pen.stroke();
    pen.setLineDash([]);
    return;
  }
  pen.arc(x, y, 4.5, 0, 2 * Math.PI);
  if (item.kind === "disc") {
    pen.fill();
    return;
  }
  if (item.kind === "fold") {
    pen.globalAlpha = 0.3;
    pen.fill();
    pen.globalAlpha = 1;
  }
  pen.stroke();
}

function rowsOf(legend: readonly LegendItem[], width: number, measure: Poster["measure"]) {
  const rows: { item: LegendItem; space: number }[][] = [[]];
  let used = 0;
  for (const item of legend) {
    const space = measure(item.label) + 38;
    if (used > 0 && used + space > width) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1)?.push({ item, space });
    used += space;
  }
  return rows;
}

/** A sentence keeps its own direction on a canvas or an SVG of another: U+2067 or U+2066 … U+2069. */
function isolated(text: string, direction: "ltr" | "rtl"): string {
  return `${direction === "rtl" ? "\u2067" : "\u2066"}${text}\u2069`;
}
