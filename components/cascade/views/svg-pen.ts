import { xmlText } from "#lib/format/xml-text.ts";
import type { Pen } from "./pen.ts";

const ANCHORS: Readonly<Record<CanvasTextAlign, string>> = {
  left: "start",
  start: "start",
  center: "middle",
  right: "end",
  end: "end",
};
/** Where the middle and the top of a text stand above its base line, in its size. */
const LIFTS: Readonly<Partial<Record<CanvasTextBaseline, number>>> = { middle: 0.35, top: 0.8 };

/** A pen that writes SVG instead of pixels; `svg` gives the document so far. */
export function svgPen(width: number, height: number): Pen & { svg(): string } {
  const out: string[] = [];
  let path: string[] = [];
  let dash: readonly number[] = [];
  let clips = 0;
  const saved: { state: object; depth: number }[] = [];
  let depth = 0;
  const state = {
    fillStyle: "#000" as Pen["fillStyle"],
    strokeStyle: "#000" as Pen["strokeStyle"],
    lineWidth: 1,
    globalAlpha: 1,
    font: "11px sans-serif",
    textAlign: "start" as CanvasTextAlign,
    textBaseline: "alphabetic" as CanvasTextBaseline,
  };
  const alpha = () => (pen.globalAlpha === 1 ? "" : ` opacity="${short(pen.globalAlpha)}"`);
  const draw = (paint: string) => {
    if (path.length > 0) out.push(`<path d="${path.join("")}" ${paint}${alpha()}/>`);
  };
  const pen: Pen & { svg(): string } = {
    ...state,
    save() {
      saved.push({ state: stateOf(pen), depth });
    },
    restore() {
      const last = saved.pop();
      if (last === undefined) return;
      for (; depth > last.depth; depth--) out.push("</g>");
      Object.assign(pen, last.state);
    },
    beginPath() {
      path = [];
    },
    moveTo: (x, y) => void path.push(`M${short(x)} ${short(y)}`),
    lineTo: (x, y) => void path.push(`${path.length === 0 ? "M" : "L"}${short(x)} ${short(y)}`),
    quadraticCurveTo: (cx, cy, x, y) => void path.push(`Q${short(cx)} ${short(cy)} ${short(x)} ${short(y)}`),
    arc(x, y, r) {
      const [left, size] = [short(x - r), short(r)];
      path.push(
        `M${left} ${short(y)}a${size} ${size} 0 1 0 ${short(2 * r)} 0a${size} ${size} 0 1 0 ${short(-2 * r)} 0Z`,
      );
    },
    rect: (x, y, w, h) => void path.push(`M${short(x)} ${short(y)}h${short(w)}v${short(h)}h${short(-w)}Z`),
    clip() {
      clips++;
      depth++;
      out.push(
        `<clipPath id="c${clips}"><path d="${path.join("")}"/></clipPath><g clip-path="url(#c${clips})">`,
      );
    },
    fill: () => draw(`fill="${xmlText(String(pen.fillStyle))}"`),
    stroke() {
      const dashes = dash.length === 0 ? "" : ` stroke-dasharray="${dash.join(" ")}"`;
      const stroke = `stroke="${xmlText(String(pen.strokeStyle))}" stroke-width="${short(pen.lineWidth)}"`;
      draw(`fill="none" ${stroke}${dashes}`);
    },
    fillRect(x, y, w, h) {
      const box = `x="${short(x)}" y="${short(y)}" width="${short(w)}" height="${short(h)}"`;
      out.push(`<rect ${box} fill="${xmlText(String(pen.fillStyle))}"${alpha()}/>`);
    },
    fillText(text, x, y) {
      const [, weight = "400", size = "11", family = "sans-serif"] =
        /^(?:(\d+) )?([\d.]+)px (.*)$/.exec(pen.font) ?? [];
      const base = y + Number(size) * (LIFTS[pen.textBaseline] ?? 0);
      const face = `font-family="${xmlText(family)}" font-size="${size}" font-weight="${weight}"`;
      out.push(
        `<text x="${short(x)}" y="${short(base)}" ${face} text-anchor="${ANCHORS[pen.textAlign]}" fill="${xmlText(String(pen.fillStyle))}"${alpha()}>${xmlText(text)}</text>`,
      );
    },
    setLineDash(segments) {
      dash = [...segments];
    },
    svg: () =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${out.join("")}</svg>`,
  };
  return pen;
}

function stateOf({ fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline }: Pen) {
  return { fillStyle, strokeStyle, lineWidth, globalAlpha, font, textAlign, textBaseline };
}

/** A hundredth of a pixel is more than an eye sees. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
