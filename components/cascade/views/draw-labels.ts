import { placeLabels } from "#lib/picture/place-labels.ts";
import type { PictureColours } from "../picture-colours.ts";
import type { Pen } from "./pen.ts";
import type { Plot } from "./plot.ts";

/** A text and where it stands, pixels: its middle, or the left end of its middle line. */
export interface Label {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: "center" | "left";
}

/** Pixels of a letter, and of a line, at the size of the pictures' typeface. */
const LETTER = 5.8;
const LINE = 12;
const MOST = 160;

/** Draws those labels that find room, on a thin ground of the surface. The most important first. */
export function drawLabels(pen: Pen, plot: Plot, labels: readonly Label[], colours: PictureColours): void {
  const inSight = labels.filter(
    ({ x, y }) => x >= 0 && y >= LINE / 2 && x <= plot.width && y <= plot.height - LINE / 2,
  );
  const boxes = inSight.map(({ text, x, y, align }) => {
    const width = [...text].length * LETTER;
    return { left: align === "center" ? x - width / 2 : x, top: y - LINE / 2, width, height: LINE };
  });
  for (const index of placeLabels(boxes, MOST)) {
    const [label, box] = [inSight[index], boxes[index]];
    if (label === undefined || box === undefined) continue;
    pen.globalAlpha = 0.8;
    pen.fillStyle = colours.surface;
    pen.fillRect(box.left - 1, box.top, box.width + 2, box.height);
    pen.globalAlpha = 1;
    pen.fillStyle = colours.path;
    pen.textAlign = label.align;
    pen.textBaseline = "middle";
    pen.fillText(label.text, label.x, label.y + 0.5);
  }
}
