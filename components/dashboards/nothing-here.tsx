import type { ReactNode } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

/** Stands on a dashboard whose question nothing answers; the question stays in sight. */
export function NothingHere({ bar, t }: { bar: ReactNode; t: Translate }) {
  return (
    <div className="space-y-6">
      {bar}
      <EmptyState title={t("dashboard.none.title")} text={t("dashboard.none.text")} />
    </div>
  );
}
