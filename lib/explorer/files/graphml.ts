import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { xmlText } from "#lib/format/xml-text.ts";
import { LINK_KEYS, linkRecord } from "./link-record.ts";
import { linksAmong } from "./links-among.ts";
import { SHARE_KEYS, shareRecord } from "./share-record.ts";

const TYPES = { string: "string", integer: "int", double: "double" } as const;

/** Shares and the links among them as GraphML 1.0, which Gephi, yEd, igraph and NetworkX read. */
export function graphml(shares: CascadeShares, rows: ArrayLike<number>, zone: string): string {
  const keys = [...keysOf("node", SHARE_KEYS), ...keysOf("edge", LINK_KEYS)];
  const nodes = Array.from(rows, (share) => {
    return `<node id="n${share}">${dataOf("node", shareRecord(shares, share, zone))}</node>`;
  });
  const edges = linksAmong(shares, rows).map(
    (share) =>
      `<edge source="n${shares.parent[share]}" target="n${share}">${dataOf("edge", linkRecord(shares, share))}</edge>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys,
    '<graph edgedefault="directed">',
    ...nodes,
    ...edges,
    "</graph>",
    "</graphml>\n",
  ].join("\n");
}

// A key belongs to nodes or to edges, so that one name may stand for both.
function keysOf(kind: "node" | "edge", keys: Readonly<Record<string, keyof typeof TYPES>>): string[] {
  return Object.entries(keys).map(
    ([key, type]) => `<key id="${kind}.${key}" for="${kind}" attr.name="${key}" attr.type="${TYPES[type]}"/>`,
  );
}

function dataOf(kind: "node" | "edge", record: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(record)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `<data key="${kind}.${key}">${xmlText(String(value))}</data>`)
    .join("");
}
