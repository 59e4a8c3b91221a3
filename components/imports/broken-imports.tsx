import Link from "next/link";
import type { Translate } from "#lib/i18n/translator.ts";
import type { BrokenImport } from "#lib/sources/broken-imports.ts";
import { fileFaultText } from "./file-fault-text.ts";

const BANNER =
  "mb-6 rounded-lg border border-amber-300 bg-amber-50 px-4 py-3 text-sm text-amber-950 dark:border-amber-400/30 dark:bg-amber-400/10 dark:text-amber-100";

/** That files of a campaign broke off, which, and what mends it; nothing when none did. */
export function BrokenImports(props: {
  imports: readonly BrokenImport[];
  /** Path of the campaign's imports. */
  href: string;
  t: Translate;
}) {
  const { imports, href, t } = props;
  if (imports.length === 0) return null;
  return (
    <div role="note" data-broken-off className={BANNER}>
      <p className="font-semibold">{t("imports.broken.title")}</p>
      <ul className="mt-1 grid gap-1">
        {imports.map(({ id, fileName, fault, accepted }) => (
          <li key={id}>
            <Link href={`${href}/${id}`} className="font-medium underline underline-offset-2">
              <bdi>{fileName}</bdi>
            </Link>{" "}
            {t("imports.broken.row", {
              count: accepted,
              reason: fault === null ? "" : fileFaultText(fault, t),
            })}
          </li>
        ))}
      </ul>
      <p className="mt-1">{t("imports.broken.mend")}</p>
    </div>
  );
}

/** The same for the campaigns of a list. */
export function BrokenCampaigns(props: {
  campaigns: readonly { readonly id: number; readonly name: string }[];
  /** Path of the workspace. */
  home: string;
  t: Translate;
}) {
  const { campaigns, home, t } = props;
  if (campaigns.length === 0) return null;
  return (
    <div role="note" data-broken-off className={BANNER}>
      <p className="font-semibold">{t("imports.broken.list")}</p>
      <ul className="mt-1 grid gap-1">
        {campaigns.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`${home}/campaigns/${id}/import`}
              className="font-medium underline underline-offset-2"
            >
              <bdi>{name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The same for those who are shown figures and no files. */
export function BrokenReport({ isCut, t }: { isCut: boolean; t: Translate }) {
  if (!isCut) return null;
  return (
    <p role="note" data-broken-off className={BANNER}>
      {t("imports.broken.report")}
    </p>
  );
}
