import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { BlocksCard } from "#components/collect/blocks-card.tsx";
import { ControlsCard } from "#components/collect/controls-card.tsx";
import { KeptReasons } from "#components/collect/kept-reasons.tsx";
import { listBlocks } from "#db/queries/collections/list-blocks.ts";
import { readCollection } from "#db/queries/collections/read-collection.ts";
import { countKeptByReason } from "#db/queries/intake/count-kept-by-reason.ts";
import { ROTATED_KEYS } from "#lib/domain/collection.ts";
import { block } from "../_actions/block.ts";
import { emptyKept } from "../_actions/empty-kept.ts";
import { exchangeKey } from "../_actions/exchange-key.ts";
import { switchCollection } from "../_actions/switch-collection.ts";
import { unblock } from "../_actions/unblock.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("collect.nav.controls") };
}

export default async function ControlsPage({ params, searchParams }: Props) {
  const { scope: reader, campaign, base } = await currentCampaign(params);
  const { workspace } = await params;
  const { exchanged } = await searchParams;
  const scope = await currentScope(workspace, "collection.manage");
  const of = { campaignId: campaign.id };
  const collection = readCollection(reader, of);
  if (collection === null) notFound();
  const events = await currentScope(workspace, "events.read");
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const bound = [null, workspace, campaign.id, `${base}/collect/controls`] as const;
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-5">
      <ControlsCard
        isPaused={collection.pausedAt !== null}
        exchanged={ROTATED_KEYS.find((kind) => kind === exchanged) ?? null}
        pause={switchCollection.bind(...bound)}
        exchange={exchangeKey.bind(...bound)}
        t={t}
      />
      <BlocksCard
        blocks={listBlocks(scope, of)}
        add={block.bind(...bound)}
        remove={unblock.bind(...bound)}
        zone={scope.zone}
      />
      <KeptReasons
        reasons={countKeptByReason(events, of)}
        empty={emptyKept.bind(...bound)}
        locale={locale}
        t={t}
      />
    </div>
  );
}
