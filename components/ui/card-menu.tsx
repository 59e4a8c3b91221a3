"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { saveFile } from "#components/ui/save-file.ts";
import { chartSvg } from "./chart-svg.ts";
import { csvHref } from "./csv-href.ts";
import { svgPng } from "./svg-png.ts";

const ITEM =
  "block w-full rounded-md px-2.5 py-1.5 text-start hover:bg-slate-100 dark:hover:bg-slate-800 disabled:opacity-50";

/**
 * What can be taken away from a card: its rows as CSV, its drawing as SVG and PNG, a link to it. The card around it
 * has the widget's name as its id. Nothing on a page that has no campaign of its own, such as a report.
 */
export function CardMenu({ widget, title }: { widget: string; title: string }) {
  const t = useTranslate();
  const [path, search] = [usePathname(), useSearchParams()];
  const box = useRef<HTMLDetailsElement>(null);
  const [isLinked, setLinked] = useState(false);
  const csv = csvHref(path, widget, search);
  if (csv === null) return null;
  const close = () => {
    if (box.current !== null) box.current.open = false;
  };
  const draw = async (kind: "svg" | "png") => {
    const card = box.current?.closest<HTMLElement>("section");
    const picture = card == null ? null : chartSvg(card);
    close();
    if (picture === null) return;
    const content =
      kind === "svg" ? new Blob([picture.svg], { type: "image/svg+xml" }) : await svgPng(picture);
    saveFile(`intishar_${widget}.${kind}`, content);
  };
  const copyLink = async () => {
    await navigator.clipboard.writeText(`${location.origin}${path}${location.search}#${widget}`);
    setLinked(true);
  };
  return (
    <details
      ref={box}
      className="relative print:hidden"
      onToggle={() => setLinked(false)}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        event.stopPropagation();
        close();
        box.current.querySelector("summary")?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget instanceof Node && !event.currentTarget.contains(event.relatedTarget))
          close();
      }}
    >
      <summary
        aria-label={t("card.menu", { title })}
        className="-me-1.5 -mt-1 flex size-8 cursor-pointer list-none items-center justify-center rounded-md text-slate-500 hover:bg-slate-100 hover:text-slate-900 dark:text-slate-400 dark:hover:bg-slate-800 dark:hover:text-slate-100 [&::-webkit-details-marker]:hidden"
      >
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 fill-current">
          <circle cx="8" cy="3" r="1.4" />
          <circle cx="8" cy="8" r="1.4" />
          <circle cx="8" cy="13" r="1.4" />
        </svg>
      </summary>
      <ul className="absolute end-0 z-30 mt-1 w-56 rounded-lg border border-slate-200 bg-white p-1.5 text-sm shadow-lg dark:border-slate-700 dark:bg-slate-900">
        <Item>
          <a href={csv} download onClick={close} className={ITEM}>
            {t("card.csv")}
          </a>
        </Item>
        <Item>
          <a href={`${csv}${csv.includes("?") ? "&" : "?"}bom=0`} download onClick={close} className={ITEM}>
            {t("card.csvPlain")}
          </a>
        </Item>
        <Item className="[section:not(:has(.recharts-surface,[data-chart]))_&]:hidden">
          <button type="button" onClick={() => void draw("svg")} className={ITEM}>
            {t("card.svg")}
          </button>
          <button type="button" onClick={() => void draw("png")} className={ITEM}>
            {t("card.png")}
          </button>
        </Item>
        <Item>
          <button type="button" onClick={() => void copyLink()} className={ITEM}>
            {t(isLinked ? "card.linked" : "card.link")}
          </button>
        </Item>
      </ul>
    </details>
  );
}

function Item({ children, className }: { children: ReactNode; className?: string }) {
  return <li className={className}>{children}</li>;
}
