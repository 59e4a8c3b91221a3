import { isInferred } from "#lib/cascade/is-inferred.ts";
import { foldMarks, type Marks } from "#lib/picture/fold-marks.ts";
import { nearestMark } from "#lib/picture/nearest-mark.ts";
import type { PictureColours } from "../picture-colours.ts";
import { countLabel } from "./count-label.ts";
import { drawLabels, type Label } from "./draw-labels.ts";
import { drawLinks, type LinkShape } from "./draw-links.ts";
import { drawLit, litBranches, marksBelow } from "./draw-lit.ts";
import { drawMarks, type MarkLook } from "./draw-marks.ts";
import { holdsNumber } from "./holds-number.ts";
import { majoritySlots } from "./majority-slots.ts";
import type { Pen } from "./pen.ts";
import type { Plot } from "./plot.ts";
import type { Scene, SceneMaker } from "./scene.ts";
import { spanOf } from "./span-of.ts";
import type { ViewProps } from "./view-props.ts";

/** Up to this many shares each has its mark in the whole picture. */
const MOST = 3000;
/** Pixels within which siblings may share a counted mark. */
const NEAR = 14;
const REACH = 12;
const LARGEST = 16;
/** Above so many counted marks, only those of many shares have their number beside them; the others say it on hover. */
const FEW_FOLDS = 60;
const MANY = 10;

interface TreePlan {
  readonly props: Pick<ViewProps, "shares" | "visible" | "collapsed">;
  readonly parent: Int32Array;
  readonly layout: { readonly x: Float64Array; readonly y: Float64Array; readonly order: Int32Array };
  readonly slots: Uint8Array;
  readonly shape: LinkShape;
  /** Largest radius that the layout has room for, pixels, at zoom 1 on a plane of this height. */
  readonly room: (height: number) => number;
  /** Draws what stands behind the tree. */
  readonly drawBack: (pen: Pen, plot: Plot, colours: PictureColours) => void;
}

/** A cascade as links and marks. */
export function treeScene(plan: TreePlan): SceneMaker {
  const { props, parent, layout, slots } = plan;
  const { shares, visible, collapsed } = props;
  return ({ zoom, width, height, opened }) => {
    const near = { x: NEAR / width, y: NEAR / height };
    const marks = foldMarks({ parent, ...layout, visible, collapsed, opened, near, most: MOST * zoom });
    const looks = {
      marks,
      radius: radiiOf(marks, shares.descendants, Math.min(LARGEST, plan.room(height / zoom)), zoom),
      slot: majoritySlots(marks, slots),
      isHollow: Uint8Array.from(marks.share, (share) => +(shares.children[share] === 0)),
    };
    const dashed = Uint8Array.from(marks.share, (share) => +isInferred(shares.evidence[share]));
    let last: { plot: Plot; look: MarkLook } | null = null;
    const lookAt = (plot: Plot): MarkLook => {
      if (last?.plot !== plot) last = { plot, look: { ...looks, ...projected(marks, plot) } };
      return last.look;
    };
    const clipped = (pen: Pen, plot: Plot, draw: () => void) => {
      pen.save();
      pen.beginPath();
      const over = plot.view.zoom === 1 ? 20 : 0;
      pen.rect(plot.box.x - over, plot.box.y - over, plot.box.width + 2 * over, plot.box.height + 2 * over);
      pen.clip();
      draw();
      pen.restore();
    };
    const scene: Scene = {
      folded: marks.count.reduce((sum, count, mark) => sum + (marks.isFold[mark] === 1 ? count : 0), 0),
      draw(pen, plot, colours) {
        plan.drawBack(pen, plot, colours);
        clipped(pen, plot, () => {
          drawLinks(pen, plot, { ...lookAt(plot), isInferred: dashed }, plan.shape, colours);
          drawMarks(pen, plot, lookAt(plot), colours);
          drawLabels(pen, plot, foldLabels(lookAt(plot)), colours);
        });
      },
      light(pen, plot, colours, focus) {
        const look = lookAt(plot);
        clipped(pen, plot, () => {
          const branches = litBranches(focus);
          if (branches.length > 0) {
            pen.fillStyle = colours.surface;
            pen.globalAlpha = 0.72;
            pen.fillRect(0, 0, plot.width, plot.height);
            pen.globalAlpha = 1;
            const below = marksBelow(marks, branches);
            drawLinks(pen, plot, { ...look, isInferred: dashed }, plan.shape, colours, below);
            drawMarks(pen, plot, look, colours, (mark) => below[mark] === 1);
          }
          drawLit(pen, look, parent, focus, colours);
        });
      },
      hit(plot, x, y) {
        const look = lookAt(plot);
        const mark = nearestMark(look.x, look.y, { x, y }, REACH);
        const share = marks.share[mark];
        if (share === undefined) return null;
        if (marks.isFold[mark] === 0) return { kind: "share", share };
        const above = marks.above[mark] ?? -1;
        return { kind: "fold", share, count: marks.count[mark] ?? 0, parent: marks.share[above] ?? -1 };
      },
      placeOf(share) {
        const mark = marks.markOf[share] ?? -1;
        return { x: marks.x[mark] ?? layout.x[share] ?? 0, y: marks.y[mark] ?? layout.y[share] ?? 0 };
      },
      membersOf: (share) => spanOf(marks, share, layout),
    };
    return scene;
  };
}

function radiiOf(marks: Marks, descendants: readonly number[], largest: number, zoom: number): Float32Array {
  const grown = Math.min(2, zoom ** 0.25);
  const smallest = Math.min(4, Math.max(1.4, 75 / Math.sqrt(marks.share.length))) * grown;
  const most = (descendants[0] ?? 0) + 1;
  return Float32Array.from(marks.share, (share, mark) => {
    const below = marks.isFold[mark] === 1 ? (marks.count[mark] ?? 1) : (descendants[share] ?? 0) + 1;
    const least = marks.isFold[mark] === 1 ? smallest * Math.min(1.8, below ** 0.25) : smallest;
    return Math.max(least, Math.max(3, largest) * Math.sqrt(below / most));
  });
}

function projected(marks: Marks, { box, view }: Plot) {
  const [across, down] = [box.width * view.zoom, box.height * view.zoom];
  return {
    x: Float32Array.from(marks.x, (x) => box.x + (x - view.left) * across),
    y: Float32Array.from(marks.y, (y) => box.y + (y - view.top) * down),
  };
}

/** The numbers of counted marks too small to hold them, beside the marks, the largest first. */
function foldLabels({ marks, x, y, radius }: MarkLook): Label[] {
  const folds = Array.from(marks.isFold.keys()).filter((mark) => marks.isFold[mark] === 1);
  const least = folds.length > FEW_FOLDS ? MANY : 0;
  return folds
    .filter((mark) => (marks.count[mark] ?? 0) >= least)
    .filter((mark) => !holdsNumber(radius[mark] ?? 0, marks.count[mark] ?? 0))
    .sort((a, b) => (marks.count[b] ?? 0) - (marks.count[a] ?? 0))
    .map((mark) => ({
      text: countLabel(marks.count[mark] ?? 0),
      x: (x[mark] ?? 0) + (radius[mark] ?? 0) + 3,
      y: y[mark] ?? 0,
      align: "left",
    }));
}
