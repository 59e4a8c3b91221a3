import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { xmlText } from "#lib/format/xml-text.ts";
import { LINK_KEYS, linkRecord } from "./link-record.ts";
import { linksAmong } from "./links-among.ts";
import { SHARE_KEYS, shareRecord } from "./share-record.ts";

/** Shares and the links among them as GEXF 1.3, dynamic: Gephi's timeline plays the cascade. */
export function gexf(shares: CascadeShares, rows: ArrayLike<number>, zone: string): string {
  const nodes = Array.from(rows, (share) => {
    const record = shareRecord(shares, share, zone);
    const label = xmlText(shares.person[share] ?? "");
    return `<node id="n${share}" label="${label}" start="${record.at}">${valuesOf(record)}</node>`;
  });
  const edges = linksAmong(shares, rows).map((share) => {
    const start = shareRecord(shares, share, zone).at;
    const values = valuesOf(linkRecord(shares, share));
    return `<edge id="e${share}" source="n${shares.parent[share]}" target="n${share}" start="${start}">${values}</edge>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '<graph mode="dynamic" defaultedgetype="directed" timeformat="datetime">',
    ...attributesOf("node", SHARE_KEYS),
    ...attributesOf("edge", LINK_KEYS),
    "<nodes>",
    ...nodes,
    "</nodes>",
    "<edges>",
    ...edges,
    "</edges>",
    "</graph>",
    "</gexf>\n",
  ].join("\n");
}

function attributesOf(kind: "node" | "edge", keys: Readonly<Record<string, string>>): string[] {
  return [
    `<attributes class="${kind}">`,
    ...Object.entries(keys).map(([key, type]) => `<attribute id="${key}" title="${key}" type="${type}"/>`),
    "</attributes>",
  ];
}

function valuesOf(record: Readonly<Record<string, string | number | null>>): string {
  const values = Object.entries(record)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `<attvalue for="${key}" value="${xmlText(String(value))}"/>`);
  return `<attvalues>${values.join("")}</attvalues>`;
}
