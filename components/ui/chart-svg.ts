import { xmlCharacters, xmlText } from "#lib/format/xml-text.ts";

/** What a mark looks like by the page's style sheets; a file must say it by itself. */
const LOOKS = [
  ...[
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-dasharray",
    "stroke-linecap",
  ],
  ...["opacity", "font-family", "font-size", "font-weight", "text-anchor", "paint-order", "visibility"],
];
const EDGE = 24;
const LINE = 18;

/**
 * The drawn charts of a card as one SVG document, with the card's title, its note on period and zone, and its
 * legend; null when nothing is drawn in it.
 */
export function chartSvg(card: HTMLElement): { svg: string; width: number; height: number } | null {
  const charts = [...card.querySelectorAll<SVGSVGElement>("svg.recharts-surface, svg[data-chart]")].filter(
    (svg) => svg.closest(".recharts-legend-wrapper") === null && svg.getBoundingClientRect().height > 40,
  );
  const boxes = charts.map((svg) => svg.getBoundingClientRect());
  const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))];
  if (boxes.length === 0) return null;
  const head = headOf(card);
  const headHeight = head.length * LINE + EDGE;
  const legend = legendOf(card);
  const inner = Math.max(...boxes.map((box) => box.right)) - left;
  const width = Math.ceil(inner + 2 * EDGE);
  const bottom = Math.max(...boxes.map((box) => box.bottom)) - top;
  const height = Math.ceil(headHeight + bottom + EDGE + legend.length * LINE + EDGE);
  const style = getComputedStyle(card);
  const isRtl = style.direction === "rtl";
  const x = isRtl ? width - EDGE : EDGE;
  const text = (line: string, y: number, more: string) =>
    `<text x="${x}" y="${y}" direction="${isRtl ? "rtl" : "ltr"}" fill="${style.color}" ${more}>${xmlText(line)}</text>`;
  const parts = [
    `<rect width="${width}" height="${height}" fill="${solid(style.backgroundColor)}"/>`,
    ...head.map((line, i) =>
      text(line, EDGE + 6 + i * LINE, i === 0 ? 'font-size="15" font-weight="600"' : ""),
    ),
    ...charts.map((svg, i) =>
      placed(svg, (boxes[i]?.left ?? 0) - left + EDGE, (boxes[i]?.top ?? 0) - top + headHeight),
    ),
    ...legend.map(({ label, colour }, i) => {
      const y = headHeight + bottom + EDGE + i * LINE;
      const swatch = `<rect x="${isRtl ? x - 10 : x}" y="${y}" width="10" height="10" rx="2" fill="${colour}"/>`;
      return `${swatch}<text x="${isRtl ? x - 16 : x + 16}" y="${y + 9}" direction="${isRtl ? "rtl" : "ltr"}" fill="${style.color}">${xmlText(label)}</text>`;
    }),
  ];
  const family = xmlText(style.fontFamily);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}" font-size="12">${parts.join("")}</svg>`;
  return { svg, width, height };
}

function headOf(card: HTMLElement): string[] {
  const title = card.querySelector("h2, h3")?.querySelector("button")?.textContent ?? "";
  const named = title === "" ? (card.querySelector("h2, h3")?.textContent ?? "") : title;
  const note = card.querySelector("header p")?.textContent ?? "";
  return [named, note].filter((line) => line !== "");
}

function legendOf(card: HTMLElement): { label: string; colour: string }[] {
  return [...card.querySelectorAll<HTMLElement>("[data-legend] li")].map((item) => {
    const swatch = item.querySelector("span");
    const colour = swatch === null ? "none" : getComputedStyle(swatch).backgroundColor;
    return { label: item.textContent ?? "", colour: solid(colour) };
  });
}

/** A chart with its looks written into it, at a place. */
function placed(svg: SVGSVGElement, x: number, y: number): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [
    [svg, ...svg.querySelectorAll<SVGElement>("*")],
    [copy, ...copy.querySelectorAll<SVGElement>("*")],
  ];
  from.forEach((mark, i) => {
    const looks = getComputedStyle(mark);
    const own = to[i];
    if (own === undefined) return;
    for (const look of LOOKS) own.setAttribute(look, looks.getPropertyValue(look));
    own.removeAttribute("class");
    own.removeAttribute("style");
  });
  const { width, height } = svg.getBoundingClientRect();
  copy.setAttribute("x", String(x));
  copy.setAttribute("y", String(y));
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  // Browsers write whatever a text holds, and then read no such file.
  return xmlCharacters(new XMLSerializer().serializeToString(copy));
}

function solid(colour: string): string {
  return colour === "rgba(0, 0, 0, 0)" || colour === "transparent" ? "#ffffff" : colour;
}
