"use client";

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { saveFile } from "#components/ui/save-file.ts";
import { groupedRecoveryCode } from "#lib/domain/second-factor-code.ts";

const Show = createContext<(codes: readonly string[]) => void>(() => undefined);

/** What shows recovery codes above everything that stands within `ShownCodes`. */
export const useShowCodes = () => useContext(Show);

/** Shows recovery codes that were just made, until the person has kept them; above `children`, which may change. */
export function ShownCodes({ children }: { children: ReactNode }) {
  const [codes, setCodes] = useState<readonly string[]>([]);
  return (
    <Show value={setCodes}>
      {codes.length > 0 ? <Codes codes={codes} onKept={() => setCodes([])} /> : null}
      <div className={`grid grid-cols-1 gap-5 ${codes.length > 0 ? "print:hidden" : ""}`}>{children}</div>
    </Show>
  );
}

function Codes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const t = useTranslate();
  const [isCopied, setCopied] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const shown = codes.map(groupedRecoveryCode);
  const text = `${t("security.codes.file")}\n\n${shown.join("\n")}\n`;
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true));
  return (
    <div ref={place} tabIndex={-1} role="status" className="mb-5 outline-none">
      <Card title={t("security.codes.shown")} note={t("security.codes.once")}>
        <ul dir="ltr" className="grid grid-cols-2 gap-2 font-mono text-sm sm:grid-cols-5">
          {shown.map((code) => (
            <li key={code} className="rounded bg-slate-100 px-2 py-1.5 text-center dark:bg-slate-800">
              {code}
            </li>
          ))}
        </ul>
        <div className="mt-4 flex flex-wrap gap-2 print:hidden">
          <Button variant="secondary" onClick={copy}>
            {t(isCopied ? "common.copied" : "common.copy")}
          </Button>
          <Button
            variant="secondary"
            onClick={() => saveFile("intishar-recovery-codes.txt", new Blob([text], { type: "text/plain" }))}
          >
            {t("security.codes.download")}
          </Button>
          <Button variant="secondary" onClick={() => window.print()}>
            {t("security.codes.print")}
          </Button>
          <Button onClick={onKept}>{t("security.codes.kept")}</Button>
        </div>
      </Card>
    </div>
  );
}
