import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

/** Stands where there is nothing, or nothing that the person may see. */
export function NotFoundPanel({ t }: { t: Translate }) {
  const home = (
    <Link href="/" className={buttonClass("secondary")}>
      {t("notFound.home")}
    </Link>
  );
  return (
    <div className="mx-auto w-full max-w-2xl py-10">
      <h1 className="sr-only">{t("notFound.title")}</h1>
      <EmptyState title={t("notFound.title")} text={t("notFound.text")} action={home} />
    </div>
  );
}
