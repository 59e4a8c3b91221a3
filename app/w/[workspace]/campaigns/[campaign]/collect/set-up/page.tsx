import type { Metadata } from "next";
import { currentScope } from "#app/_server/current-scope.ts";
import { requestLocale } from "#app/_server/request-locale.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { currentCampaign } from "#app/w/_server/current-campaign.ts";
import { ProxyNote } from "#app/w/_server/proxy-note.tsx";
import { CollectionForm } from "#components/collect/collection-form.tsx";
import { collectionValues } from "#components/collect/collection-values.ts";
import { KeysCard } from "#components/collect/keys-card.tsx";
import { SealedCard } from "#components/collect/sealed-card.tsx";
import { SetUpCheck } from "#components/collect/set-up-check.tsx";
import { SnippetCard } from "#components/collect/snippet-card.tsx";
import { Card } from "#components/ui/card.tsx";
import { listServerKeys } from "#db/queries/collections/list-server-keys.ts";
import { readCollection } from "#db/queries/collections/read-collection.ts";
import { readIntakeState } from "#db/queries/intake/read-intake-state.ts";
import { endKey } from "../_actions/end-key.ts";
import { makeKey } from "../_actions/make-key.ts";
import { saveCollection } from "../_actions/save-collection.ts";

interface Props {
  params: Promise<{ workspace: string; campaign: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestTranslate())("collect.nav.setUp") };
}

export default async function SetUpPage({ params }: Props) {
  const { scope: reader, campaign, base } = await currentCampaign(params);
  const { workspace } = await params;
  const scope = await currentScope(workspace, "collection.manage");
  const of = { campaignId: campaign.id };
  const collection = readCollection(reader, of);
  const [locale, t] = [await requestLocale(), await requestTranslate()];
  const [path, server] = [`${base}/collect/set-up`, process.env.BASE_URL ?? ""];
  const make = makeKey.bind(null, workspace, campaign.id, path);
  const shown = { revoke: endKey.bind(null, workspace, path), zone: scope.zone, locale, t };
  return (
    <div className="grid max-w-4xl grid-cols-1 gap-5">
      <ProxyNote permissions={scope.permissions} home={base} />
      {collection === null ? null : <SealedCard collection={collection} t={t} />}
      {collection === null ? null : (
        <SetUpCheck url={`/api${base}/intake`} initial={readIntakeState(reader, of)} zone={scope.zone} />
      )}
      <Card title={t("collect.setUp.title")}>
        <CollectionForm
          action={saveCollection.bind(null, workspace, campaign.id)}
          values={collectionValues(collection)}
        />
      </Card>
      {collection === null ? null : (
        <>
          <SnippetCard base={server} publicKey={collection.publicKey} t={t} />
          <KeysCard keys={listServerKeys(scope, of)} make={make} base={server} {...shown} />
        </>
      )}
    </div>
  );
}
