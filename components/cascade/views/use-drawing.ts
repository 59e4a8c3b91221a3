import { type RefObject, useCallback, useEffect } from "react";
import type { PictureColours } from "../picture-colours.ts";
import { prepareCanvas } from "../prepare-canvas.ts";
import type { Plot } from "./plot.ts";
import type { Focus, Scene } from "./scene.ts";

type Canvas = RefObject<HTMLCanvasElement | null>;
type Draw = (pen: CanvasRenderingContext2D) => void;

/** Draws the cascade on one canvas and what is lit on the one above it, each only when it changes. */
export function useDrawing(
  { back, front }: { readonly back: Canvas; readonly front: Canvas },
  { plot, scene, colours, focus }: { plot: Plot; scene: Scene; colours: PictureColours; focus: Focus },
): void {
  const drawBack = useCallback<Draw>((pen) => scene.draw(pen, plot, colours), [scene, plot, colours]);
  const drawFront = useCallback<Draw>(
    (pen) => scene.light(pen, plot, colours, focus),
    [scene, plot, colours, focus],
  );
  useCanvas(back, plot, drawBack);
  useCanvas(front, plot, drawFront);
}

function useCanvas(canvas: Canvas, plot: Plot, draw: Draw): void {
  useEffect(() => {
    const context = canvas.current === null || plot.width === 0 ? null : prepareCanvas(canvas.current, plot);
    if (context === null) return;
    context.font = `10px ${getComputedStyle(context.canvas).fontFamily}`;
    draw(context);
  }, [canvas, plot, draw]);
}
