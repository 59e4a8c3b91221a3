"use client";

import { TextField } from "#components/forms/text-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ListedBlock } from "#lib/domain/collection.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";

/** Sites and networks from which nothing is taken in. */
export function BlocksCard(props: {
  blocks: readonly ListedBlock[];
  add: FormAction<"source">;
  remove: (form: FormData) => Promise<void>;
  zone: string;
}) {
  const { blocks, add, remove, zone } = props;
  const { locale, t } = useLanguage();
  const { state, isPending, form } = useForm(add, { source: "" });
  return (
    <Card title={t("collect.blocks.title")} note={t("collect.blocks.text")}>
      <div className="grid grid-cols-1 gap-5">
        {blocks.length === 0 ? null : (
          <ul className="grid gap-2">
            {blocks.map(({ id, value, createdAt }) => (
              <li key={id}>
                <form action={remove} className="flex flex-wrap items-center gap-3">
                  <input type="hidden" name="block" value={id} />
                  <bdi dir="ltr" className="min-w-0 flex-1 break-all font-mono text-xs">
                    {value}
                  </bdi>
                  <span className="text-xs text-slate-600 dark:text-slate-400">
                    {formatDateTime(createdAt, locale, zone)}
                  </span>
                  <Button
                    type="submit"
                    variant="secondary"
                    aria-label={t("collect.blocks.removeNamed", { name: value })}
                    className="!px-2.5 !py-1.5 !text-xs"
                  >
                    {t("collect.blocks.remove")}
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        )}
        <form {...form} className="flex flex-wrap items-start gap-3">
          <div className="min-w-56 flex-1">
            <TextField
              name="source"
              label={t("collect.blocks.source")}
              hint={t("collect.blocks.hint")}
              defaultValue={state.values.source}
              error={state.errors.source}
              maxLength={200}
              dir="ltr"
            />
          </div>
          <Button type="submit" variant="secondary" disabled={isPending} className="mt-7">
            {t("collect.blocks.add")}
          </Button>
        </form>
      </div>
    </Card>
  );
}
