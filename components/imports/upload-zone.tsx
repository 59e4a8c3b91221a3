"use client";

import { useState } from "react";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { formatPercent } from "#lib/format/format-percent.ts";
import { FilePicker } from "./file-picker.tsx";
import { ProgressBar } from "./progress-bar.tsx";
import { type Upload, useUpload } from "./use-upload.ts";

interface UploadZoneProps {
  readonly uploadUrl: string;
  /** Page of the campaign's imports; the new import lies beneath. */
  readonly importsPath: string;
}

const OVER = "border-teal-600 bg-teal-50 dark:border-teal-400 dark:bg-teal-950";
const IDLE = "border-slate-300 bg-white dark:border-slate-700 dark:bg-slate-900";

/** Takes a file by picker or by drop, sends it, and goes on to its columns. */
export function UploadZone(props: UploadZoneProps) {
  const { send, sending, error } = useUpload(props);
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file field inside is the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void send(event.dataTransfer.files[0]);
      }}
      className={`rounded-xl border-2 border-dashed px-6 py-10 text-center transition-colors ${over ? OVER : IDLE}`}
    >
      {sending === null ? <FilePicker onPick={(file) => void send(file)} /> : <Sending {...sending} />}
      {error !== null ? (
        <p role="alert" dir="auto" className="mt-4 text-sm font-medium text-rose-700 dark:text-rose-400">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function Sending({ name, sent }: NonNullable<Upload["sending"]>) {
  const { t, locale } = useLanguage();
  return (
    <div className="mx-auto max-w-md space-y-2">
      <p aria-live="polite" className="text-sm font-medium" dir="auto">
        {sent < 1 ? t("imports.pick.sending", { name }) : t("imports.pick.reading")}
      </p>
      <ProgressBar label={name} done={sent} />
      <p className="text-xs tabular-nums text-slate-500 dark:text-slate-400">{formatPercent(sent, locale)}</p>
    </div>
  );
}
