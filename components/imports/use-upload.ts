"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import { fileFaultText } from "./file-fault-text.ts";
import { type UploadEnd, uploadFile } from "./upload-file.ts";

/** A file on its way to the server, as far as known. */
export interface Upload {
  readonly send: (file: File | undefined) => Promise<void>;
  /** What is being sent, and how much of it has gone, from 0 to 1. */
  readonly sending: { readonly name: string; readonly sent: number } | null;
  /** Why the last file was not taken, in words. */
  readonly error: string | null;
}

/** Sends one file at a time, and goes on to the page of its import. */
export function useUpload({ uploadUrl, importsPath }: { uploadUrl: string; importsPath: string }): Upload {
  const t = useTranslate();
  const router = useRouter();
  const [sending, setSending] = useState<Upload["sending"]>(null);
  const [error, setError] = useState<string | null>(null);
  const send = async (file: File | undefined) => {
    if (file === undefined || sending !== null) return;
    const { name } = file;
    setError(null);
    setSending({ name, sent: 0 });
    const url = `${uploadUrl}&name=${encodeURIComponent(name)}`;
    const end = await uploadFile(url, file, (sent) => setSending({ name, sent }));
    if (end.kind === "stored") return router.push(`${importsPath}/${end.id}`);
    setSending(null);
    setError(refusalText(end, name, t));
  };
  return { send, sending, error };
}

function refusalText(end: Exclude<UploadEnd, { kind: "stored" }>, name: string, t: Translate): string {
  if (end.kind === "fault") return t("imports.pick.fileFault", { name, reason: fileFaultText(end.fault, t) });
  if (end.status === 413) return t("imports.pick.tooLarge");
  // Who is signed out is led to a sign-in page, which answers with 200 or, to a POST, with 405.
  return t([200, 401, 403, 404, 405].includes(end.status) ? "imports.pick.signedOut" : "imports.pick.failed");
}
