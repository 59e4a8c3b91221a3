import Link from "next/link";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { buttonClass } from "#components/ui/button-class.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** Stands on a dashboard before the campaign's first event, with the next step. */
export async function NoEvents({ base }: { base: string }) {
  const t = await requestTranslate();
  const importLink = (
    <Link href={`${base}/import`} className={buttonClass()}>
      {t("campaigns.overview.import")}
    </Link>
  );
  return (
    <EmptyState
      title={t("campaigns.overview.empty.title")}
      text={t("campaigns.overview.empty.text")}
      action={importLink}
    />
  );
}
