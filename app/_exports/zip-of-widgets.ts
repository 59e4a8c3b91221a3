import { setImmediate } from "node:timers/promises";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { csvChunks } from "#lib/format/csv-chunks.ts";
import { queryString } from "#lib/query/query-string.ts";
import { isoInZone } from "#lib/time/iso-in-zone.ts";
import { fileName } from "./file-name.ts";
import { WIDGETS } from "./registry.ts";
import type { ExportContext } from "./widget.ts";

/**
 * A zip of every chart and table, made while it is sent: a file for each, `dictionary.csv` with the meaning of every
 * column, and `filters.json` with the question.
 */
export function zipOfWidgets(context: ExportContext): ReadableStream<Uint8Array> {
  const bom = context.search.get("bom") !== "0";
  return new ReadableStream<Uint8Array>({
    async start(controller) {
      const zip = new Zip((error, bytes, isLast) => {
        if (error !== null) return controller.error(error);
        controller.enqueue(bytes);
        if (isLast) controller.close();
      });
      const add = async (name: string, pieces: Iterable<string>) => {
        const file = new ZipDeflate(name);
        zip.add(file);
        for (const piece of pieces) {
          file.push(strToU8(piece));
          await setImmediate();
        }
        file.push(new Uint8Array(), true);
      };
      const widgets = [...WIDGETS].filter(([, { isInZip = true }]) => isInZip);
      const meanings = widgets.flatMap(([name, { columns }]) =>
        Object.entries(columns).map(([key, meaning]) => [`${name}.csv`, key, meaning]),
      );
      try {
        for (const [name, widget] of widgets) {
          const rows = await widget.rows(context);
          const csv = csvChunks(Object.keys(widget.columns), rows, { bom });
          if (rows.length > 0) await add(`${fileName(context, name)}.csv`, csv);
        }
        await add("dictionary.csv", csvChunks(["file", "column", "meaning"], meanings, { bom }));
        await add("filters.json", [`${JSON.stringify(questionOf(context), null, 2)}\n`]);
        zip.end();
      } catch (error) {
        controller.error(error);
      }
    },
  });
}

function questionOf({ campaign, query, question }: ExportContext) {
  const iso = (at: number) => isoInZone(at, question.zone);
  const { before } = question;
  return {
    campaign: campaign.name,
    address: queryString(query),
    ...{ from: iso(question.from), to: iso(question.to), asOf: iso(question.asOf), zone: question.zone },
    ...{ grain: question.grain, filters: query.filters },
    comparedWith:
      before === null
        ? null
        : { from: iso(before.from), to: iso(before.to), campaign: before.campaignId ?? campaign.id },
    simulated: campaign.simulated,
  };
}
