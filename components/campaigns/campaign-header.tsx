import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import type { Tool } from "#lib/domain/campaign.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Name of a campaign, how it spreads, what to know before reading its figures, and what can be done with it. */
export function CampaignHeader(props: {
  name: string;
  tool: Tool;
  description: string | null;
  simulated: boolean;
  isArchived: boolean;
  editHref: string;
  /** Null when the reader may not change campaigns. */
  toggleArchived: (() => Promise<void>) | null;
  t: Translate;
}) {
  const { name, tool, description, simulated, isArchived, editHref, toggleArchived, t } = props;
  return (
    <header className="mb-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="text-xs font-medium text-slate-600 dark:text-slate-400">
            {t(`campaigns.tool.${tool}`)}
          </p>
          <h1 className="break-words text-2xl font-semibold tracking-tight">
            <bdi>{name}</bdi>
          </h1>
          {description === null ? null : (
            <p className="mt-1 max-w-2xl text-sm text-slate-600 dark:text-slate-400">
              <bdi>{description}</bdi>
            </p>
          )}
        </div>
        {toggleArchived === null ? null : (
          <form action={toggleArchived} className="flex gap-2">
            <Link href={editHref} className={buttonClass("secondary")}>
              {t("campaigns.edit")}
            </Link>
            <Button type="submit" variant="secondary">
              {t(isArchived ? "campaigns.restore" : "campaigns.archive")}
            </Button>
          </form>
        )}
      </div>
      {isArchived ? <Banner text={t("campaigns.archived")} /> : null}
      {simulated ? <Banner text={t("common.simulatedText")} /> : null}
    </header>
  );
}

function Banner({ text }: { text: string }) {
  return (
    <p
      role="status"
      className="mt-3 rounded-md border border-amber-300 bg-amber-50 px-3 py-2 text-sm text-amber-950 dark:border-amber-800 dark:bg-amber-950/60 dark:text-amber-100"
    >
      {text}
    </p>
  );
}
