"use client";

import { useId } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { buttonClass } from "#components/ui/button-class.ts";

/** Asks for one file of events. */
export function FilePicker({ onPick }: { onPick: (file: File | undefined) => void }) {
  const t = useTranslate();
  const id = useId();
  return (
    <>
      <p className="text-sm font-medium">{t("imports.pick.drop")}</p>
      <p id={`${id}-hint`} className="mb-4 mt-1 text-xs text-slate-500 dark:text-slate-400">
        {t("imports.pick.hint")}
      </p>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json,.gz,.zip,.xlsx"
        aria-describedby={`${id}-hint`}
        className="peer sr-only"
        onChange={(event) => {
          onPick(event.target.files?.[0]);
          // The same file, mended, must be a change again.
          event.target.value = "";
        }}
      />
      <label
        htmlFor={id}
        className={`${buttonClass()} cursor-pointer peer-focus-visible:ring-2 peer-focus-visible:ring-teal-600 peer-focus-visible:ring-offset-2 dark:peer-focus-visible:ring-teal-400 dark:peer-focus-visible:ring-offset-slate-900`}
      >
        {t("imports.pick.button")}
      </label>
    </>
  );
}
