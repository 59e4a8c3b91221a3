import { Suspense } from "react";
import type { Ask } from "#app/_answers/ask.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { OrphanBanner, OrphanList } from "#components/metrics/orphan-banner.tsx";
import type { Scope } from "#lib/access/scope.ts";
import { BrokenNote } from "./broken-note.tsx";
import { campaignOrphans } from "./list-campaigns.ts";

/**
 * Stands on every page that shows K, R, depth or virality of a campaign; nothing while few shares lost their parent.
 * @param props.ask null before the campaign's first event
 */
export async function OrphanNote({ ask }: { ask: Ask | null }) {
  if (ask === null) return null;
  const { bound } = await ask("orphans");
  return (
    <OrphanBanner bound={bound} of="campaign" locale={await requestLocale()} t={await requestTranslate()} />
  );
}

/** The same above a list of campaigns; comes when their K does. Those of which a file broke off are told at once. */
export function OrphanListNote(props: ListProps) {
  return (
    <>
      <BrokenNote {...props} />
      <Suspense>
        <Told {...props} />
      </Suspense>
    </>
  );
}

interface ListProps {
  readonly scope: Scope<"campaigns.read">;
  readonly campaigns: readonly { readonly id: number; readonly name: string }[];
  /** Path of the workspace. */
  readonly home: string;
}

async function Told({ scope, campaigns, home }: ListProps) {
  const told = await campaignOrphans(scope, campaigns);
  return (
    <OrphanList campaigns={told} {...{ home, locale: await requestLocale(), t: await requestTranslate() }} />
  );
}
