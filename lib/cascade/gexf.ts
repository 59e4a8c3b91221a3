import { xmlText } from "#lib/format/xml-text.ts";
import type { CascadeShares } from "./cascade-shares.ts";
import { linksAmong } from "./links-among.ts";
import { SHARE_KEYS, shareRecord } from "./share-record.ts";

/** Shares and the links among them as GEXF 1.3, dynamic: Gephi's timeline plays the cascade. */
export function gexf(shares: CascadeShares, rows: ArrayLike<number>, zone: string): string {
  const keys = Object.entries(SHARE_KEYS);
  const nodes = Array.from(rows, (share) => {
    const record = shareRecord(shares, share, zone);
    const values = keys
      .filter(([key]) => record[key as keyof typeof record] !== null)
      .map(
        ([key]) => `<attvalue for="${key}" value="${xmlText(String(record[key as keyof typeof record]))}"/>`,
      );
    const label = xmlText(shares.person[share] ?? "");
    return `<node id="n${share}" label="${label}" start="${record.at}"><attvalues>${values.join("")}</attvalues></node>`;
  });
  const edges = linksAmong(shares, rows).map((share) => {
    const start = shareRecord(shares, share, zone).at;
    return `<edge id="e${share}" source="n${shares.parent[share]}" target="n${share}" start="${start}"/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '<graph mode="dynamic" defaultedgetype="directed" timeformat="datetime">',
    '<attributes class="node">',
    ...keys.map(([key, type]) => `<attribute id="${key}" title="${key}" type="${type}"/>`),
    "</attributes>",
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
