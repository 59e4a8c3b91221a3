import { xmlText } from "#lib/format/xml-text.ts";
import type { CascadeShares } from "./cascade-shares.ts";
import { linksAmong } from "./links-among.ts";
import { SHARE_KEYS, shareRecord } from "./share-record.ts";

const TYPES = { string: "string", integer: "int", double: "double" } as const;

/** Shares and the links among them as GraphML 1.0, which Gephi, yEd, igraph and NetworkX read. */
export function graphml(shares: CascadeShares, rows: ArrayLike<number>, zone: string): string {
  const keys = Object.entries(SHARE_KEYS).map(
    ([key, type]) => `<key id="${key}" for="node" attr.name="${key}" attr.type="${TYPES[type]}"/>`,
  );
  const nodes = Array.from(rows, (share) => {
    const data = Object.entries(shareRecord(shares, share, zone))
      .filter(([, value]) => value !== null)
      .map(([key, value]) => `<data key="${key}">${xmlText(String(value))}</data>`);
    return `<node id="n${share}">${data.join("")}</node>`;
  });
  const edges = linksAmong(shares, rows).map(
    (share) => `<edge source="n${shares.parent[share]}" target="n${share}"/>`,
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
