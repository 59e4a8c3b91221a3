import { Card } from "#components/ui/card.tsx";
import { CopyText } from "#components/ui/copy-text.tsx";
import type { Translate } from "#lib/i18n/translator.ts";
import { eventsSnippet, scriptSnippet } from "./snippets.ts";

/** What to put into a campaign's pages; nothing while its key cannot be read. */
export function SnippetCard(props: { base: string; publicKey: string | null; t: Translate }) {
  const { base, publicKey, t } = props;
  if (publicKey === null) return null;
  return (
    <Card title={t("collect.snippet.title")} note={t("collect.snippet.text")}>
      <div className="grid gap-4">
        <CopyText label={t("collect.snippet.script")} text={scriptSnippet(base, publicKey)} rows={6} />
        <CopyText label={t("collect.snippet.events")} text={eventsSnippet()} rows={2} />
        <p className="text-sm text-slate-600 dark:text-slate-400">{t("collect.snippet.elsewhere")}</p>
      </div>
    </Card>
  );
}
