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
          <p className="mb-0.5 text-xs font-medium text-slate-600 dark:text-slate-400">
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
          {isArchived ? <Notice text={t("campaigns.archived")} /> : null}
          {simulated ? <Notice text={t("common.simulatedText")} /> : null}
        </div>
        {toggleArchived === null ? null : (
          <form action={toggleArchived} className="flex gap-2 print:hidden">
            <Link href={editHref} className={buttonClass("secondary")}>
              {t("campaigns.edit")}
            </Link>
            <Button type="submit" variant="secondary">
              {t(isArchived ? "campaigns.restore" : "campaigns.archive")}
            </Button>
          </form>
        )}
      </div>
    </header>
  );
}

function Notice({ text }: { text: string }) {
  return (
    <p role="status" className="mt-2 flex items-baseline gap-2 text-xs text-amber-800 dark:text-amber-300">
      <span aria-hidden="true" className="size-1.5 shrink-0 -translate-y-px rounded-full bg-amber-500" />
      {text}
    </p>
  );
}
