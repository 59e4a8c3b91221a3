import type { RefObject } from "react";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import type { PictureColours } from "../picture-colours.ts";
import { drawPoster, POSTER_CORNER, posterSize } from "./draw-poster.ts";
import type { LegendItem } from "./legend-items.ts";
import type { Pen } from "./pen.ts";
import type { Plot } from "./plot.ts";
import type { Focus, Scene } from "./scene.ts";
import { svgPen } from "./svg-pen.ts";
import type { PictureText, ViewHandle } from "./view-props.ts";

/** Pixels of the file for one on the screen. */
const DENSITY = 2;

interface OnScreen {
  readonly plot: Plot;
  readonly scene: Scene;
  readonly colours: PictureColours;
  readonly focus: Focus;
  readonly legend: readonly LegendItem[];
  readonly locale: Locale;
  /** A canvas of the page, for its typeface. */
  readonly canvas: RefObject<HTMLCanvasElement | null>;
}

/** What is on screen as files, with title, note and legend. */
export function pictureFiles(screen: OnScreen): Pick<ViewHandle, "toSvg" | "toPng"> {
  return {
    toSvg(text) {
      const poster = posterOf(screen, text);
      const { width, height } = posterSize(poster);
      const pen = svgPen(width, height);
      drawPoster(pen, poster);
      return pen.svg();
    },
    async toPng(text) {
      const poster = posterOf(screen, text);
      const { width, height } = posterSize(poster);
      const canvas = document.createElement("canvas");
      canvas.width = width * DENSITY;
      canvas.height = height * DENSITY;
      const context = canvas.getContext("2d", { willReadFrequently: true });
      if (context === null) throw new Error("the browser grants no 2D context");
      context.scale(DENSITY, DENSITY);
      drawPoster(context, poster);
      return await new Promise((resolve, reject) => {
        canvas.toBlob((blob) =>
          blob === null ? reject(new Error("the picture is too large")) : resolve(blob),
        );
      });
    },
  };
}

function posterOf({ plot, scene, colours, focus, legend, locale, canvas }: OnScreen, text: PictureText) {
  const family = canvas.current === null ? "sans-serif" : getComputedStyle(canvas.current).fontFamily;
  const ruler = document.createElement("canvas").getContext("2d");
  if (ruler !== null) ruler.font = `11px ${family}`;
  const { x, y } = POSTER_CORNER;
  const moved = { ...plot, box: { ...plot.box, x: plot.box.x + x, y: plot.box.y + y } };
  const onPoster = { ...moved, width: plot.width + x, height: plot.height + y };
  return {
    ...text,
    width: plot.width,
    height: plot.height,
    legend,
    colours,
    family,
    direction: LOCALES[locale].direction,
    measure: (label: string) => ruler?.measureText(label).width ?? 7 * label.length,
    drawPicture(pen: Pen) {
      pen.font = `10px ${family}`;
      scene.draw(pen, onPoster, colours);
      scene.light(pen, onPoster, colours, { ...focus, isHovered: false });
    },
  };
}
