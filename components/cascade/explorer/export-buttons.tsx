import type { RefObject } from "react";
import type { ViewHandle } from "#components/cascade/views/view-props.ts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { saveFile } from "#components/ui/save-file.ts";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { cascadeFileName } from "#lib/explorer/cascade-file-name.ts";
import type { ExplorerState } from "#lib/explorer/explorer-state.ts";
import { edgesCsv } from "#lib/explorer/files/edges-csv.ts";
import { gexf } from "#lib/explorer/files/gexf.ts";
import { graphml } from "#lib/explorer/files/graphml.ts";
import { nodesCsv } from "#lib/explorer/files/nodes-csv.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { filterWords } from "./filter-words.ts";

/** What is on screen as files: its rows as nodes, links and graphs, and the picture. */
export function ExportButtons(props: {
  shares: CascadeShares;
  rows: readonly number[];
  /** What else the state keeps out. */
  state: ExplorerState;
  campaign: string;
  zone: string;
  /** Null where no picture is on screen. */
  picture: RefObject<ViewHandle | null> | null;
}) {
  const { shares, rows, state, campaign, zone, picture } = props;
  const { locale, t } = useLanguage();
  const times = rows.map((share) => shares.at[share] ?? 0);
  const from = times.reduce((least, at) => Math.min(least, at), times[0] ?? 0);
  const to = times.reduce((most, at) => Math.max(most, at), from);
  const save = (extension: string, type: string, content: string | Blob) =>
    saveFile(cascadeFileName({ campaign, from, to, zone }, extension), new Blob([content], { type }));
  const text = () => ({
    title: `${campaign} · ${shares.code[0] ?? ""}`,
    note: [
      `${formatDateTime(from, locale, zone)} – ${formatDateTime(to, locale, zone)}`,
      zone,
      filterWords(state, t),
    ]
      .filter((part) => part !== "")
      .join(" · "),
  });
  const files: [string, () => void][] = [
    [t("explorer.nodesCsv"), () => save("nodes.csv", "text/csv", nodesCsv(shares, rows, zone))],
    [t("explorer.edgesCsv"), () => save("edges.csv", "text/csv", edgesCsv(shares, rows))],
    ["GraphML", () => save("graphml", "application/xml", graphml(shares, rows, zone))],
    ["GEXF", () => save("gexf", "application/xml", gexf(shares, rows, zone))],
  ];
  if (picture !== null) {
    files.push(["SVG", () => picture.current && save("svg", "image/svg+xml", picture.current.toSvg(text()))]);
    files.push(["PNG", () => picture.current?.toPng(text()).then((blob) => save("png", "image/png", blob))]);
  }
  return (
    <fieldset className="mt-4 flex flex-wrap items-center gap-1 print:hidden">
      <legend className="sr-only">{t("explorer.export")}</legend>
      {files.map(([label, onClick]) => (
        <Button key={label} variant="quiet" onClick={onClick}>
          {label}
        </Button>
      ))}
    </fieldset>
  );
}
