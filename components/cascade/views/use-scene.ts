import { useMemo } from "react";
import type { Plot } from "./plot.ts";
import type { Scene, SceneMaker } from "./scene.ts";
import type { ViewProps } from "./view-props.ts";

/** What is folded changes by steps of √2 of the magnification, not with every frame. */
export function foldStep(zoom: number): number {
  return Math.floor(2 * Math.log2(zoom) + 1e-6);
}

/** The scene of a cascade of so many shares, at the step of magnification that the plot is in. */
export function useScene(make: SceneMaker, plot: Plot, marks: ViewProps["opened"], size: number): Scene {
  const { box, view } = plot;
  const opened = useOpened(make, plot, marks, size);
  const zoom = 2 ** (foldStep(view.zoom) / 2);
  const [width, height] = [box.width * zoom, box.height * zoom];
  return useMemo(() => make({ zoom, width, height, opened }), [make, zoom, width, height, opened]);
}

/**
 * 1 for every share in a counted mark that was opened. Which they are, the scene says in which the mark was opened:
 * it is made again, so that an address opens what its writer had opened.
 */
function useOpened(make: SceneMaker, { box }: Plot, marks: ViewProps["opened"], size: number): Uint8Array {
  const { width, height } = box;
  return useMemo(() => {
    let opened = new Uint8Array(size);
    for (const { share, step } of marks) {
      const zoom = 2 ** (step / 2);
      const scene = make({ zoom, width: width * zoom, height: height * zoom, opened });
      opened = opened.slice();
      for (const member of scene.membersOf(share).shares) opened[member] = 1;
    }
    return opened;
  }, [make, width, height, marks, size]);
}
