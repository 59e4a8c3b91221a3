"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { CLEAR_KEY, COMPARE_KEY, PRESET_KEYS } from "#components/keys/preset-keys.ts";
import { singleKeys } from "#components/keys/single-keys.ts";
import { takesText } from "#components/keys/takes-text.ts";
import { Button } from "#components/ui/button.tsx";

const KEYS = [
  { keys: ["/"], text: "keys.search" },
  { keys: ["Esc"], text: "keys.escape" },
  { keys: ["←", "→", "↑", "↓"], text: "keys.arrows" },
  { keys: Object.values(PRESET_KEYS), text: "keys.periods" },
  { keys: ["←", "→"], text: "keys.beside" },
  { keys: [COMPARE_KEY], text: "keys.compare" },
  { keys: [CLEAR_KEY], text: "keys.clear" },
  { keys: ["?"], text: "keys.help" },
] as const;

/** Listens to the keys that work on every page, and lists them all when asked by `?` or by its button. */
export function KeyHelp() {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOn, setIsOn] = useState(true);
  const open = useCallback(() => {
    setIsOn(singleKeys.areOn());
    dialog.current?.showModal();
  }, []);
  useKeys(open);
  return (
    <>
      <Button
        variant="quiet"
        className="!px-2.5 max-sm:hidden"
        aria-label={t("keys.title")}
        title={t("keys.title")}
        aria-keyshortcuts="?"
        onClick={open}
      >
        <kbd className="font-sans">?</kbd>
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby="keys-title"
        className="w-[calc(100%-2rem)] max-w-md rounded-xl border border-slate-200 bg-white p-5 text-slate-900 shadow-xl backdrop:bg-slate-950/40 dark:border-slate-700 dark:bg-slate-900 dark:text-slate-100"
      >
        <h2 id="keys-title" className="text-base font-semibold">
          {t("keys.title")}
        </h2>
        <KeyList />
        <label className="mb-4 flex items-center gap-2.5 text-sm">
          <input
            type="checkbox"
            className="size-4 accent-teal-700"
            checked={isOn}
            onChange={({ target }) => {
              singleKeys.turn(target.checked);
              setIsOn(target.checked);
            }}
          />
          {t("keys.single")}
        </label>
        <form method="dialog" className="flex justify-end">
          <Button type="submit" variant="secondary">
            {t("keys.close")}
          </Button>
        </form>
      </dialog>
    </>
  );
}

function KeyList() {
  const t = useTranslate();
  return (
    <dl className="my-4 grid gap-2.5">
      {KEYS.map(({ keys, text }) => (
        <div key={text} className="flex flex-row-reverse items-center justify-between gap-4">
          <dt dir="ltr" className="flex max-w-48 flex-wrap justify-end gap-1">
            {keys.map((key) => (
              <kbd
                key={key}
                className="min-w-6 rounded border border-slate-300 bg-slate-50 px-1.5 py-0.5 text-center font-sans text-xs font-medium dark:border-slate-600 dark:bg-slate-800"
              >
                {key}
              </kbd>
            ))}
          </dt>
          <dd className="text-slate-600 dark:text-slate-300">{t(text)}</dd>
        </div>
      ))}
    </dl>
  );
}

function useKeys(openHelp: () => void): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const search = document.querySelector<HTMLInputElement>("main input[type=search]");
      // Not every browser does this by itself.
      if (event.key === "Escape" && search !== null && event.target === search) search.value = "";
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      if (!singleKeys.areOn()) return;
      if (event.key === "?") openHelp();
      else if (event.key === "/" && search !== null) search.focus();
      else return;
      event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [openHelp]);
}
