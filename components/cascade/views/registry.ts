import type { ComponentType } from "react";
import { BubbleView } from "./bubble-view.tsx";
import { RadialView } from "./radial-view.tsx";
import { TimeView } from "./time-view.tsx";
import type { ViewProps } from "./view-props.ts";

export type ViewName = "time" | "bubble" | "radial";

/** The pictures of one cascade; each fills the width it is given and takes a `ref` to its handle. */
export const VIEWS: Readonly<Record<ViewName, ComponentType<ViewProps>>> = {
  time: TimeView,
  bubble: BubbleView,
  radial: RadialView,
};
