"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** Stands where a page failed, with a way to try again. */
export function ErrorPanel({ retry }: { retry: () => void }) {
  const t = useTranslate();
  return (
    <div role="alert" className="mx-auto w-full max-w-2xl py-10">
      <h1 className="sr-only">{t("error.title")}</h1>
      <EmptyState
        title={t("error.title")}
        text={t("error.text")}
        action={<Button onClick={retry}>{t("error.retry")}</Button>}
      />
    </div>
  );
}
