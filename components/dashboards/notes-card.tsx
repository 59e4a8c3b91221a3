"use client";

import { SelectField } from "#components/forms/select-field.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { useForm } from "#components/forms/use-form.ts";
import { useLanguage } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Annotation } from "#lib/domain/annotation.ts";
import { ANNOTATION_KINDS } from "#lib/domain/annotation-kind.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import { formatDateTime } from "#lib/format/format-date-time.ts";
import { formatNumber } from "#lib/format/format-number.ts";

type Add = FormAction<"at" | "text" | "kind">;

/** What the team did and when, with the numbers that mark it on the chart above. */
export function NotesCard(props: {
  /** `mark` is the note's number on the chart; null for one of another time. */
  notes: readonly (Annotation & { readonly mark: number | null })[];
  zone: string;
  /** Null for who may only read. */
  add: Add | null;
  remove: ((form: FormData) => Promise<void>) | null;
}) {
  const { notes, zone, add, remove } = props;
  const { locale, t } = useLanguage();
  return (
    <Card title={t("notes.title")} note={t("common.zone", { zone })}>
      {notes.length === 0 ? (
        <p className="text-sm text-slate-600 dark:text-slate-400">{t("notes.none")}</p>
      ) : (
        <ol className="grid gap-2 text-sm">
          {notes.map(({ id, at, text, kind, mark }) => (
            <li key={id} className="flex items-baseline gap-3">
              <span className="inline-grid size-5 shrink-0 place-items-center rounded-full bg-slate-200 text-xs font-medium tabular-nums dark:bg-slate-700">
                {mark === null ? "" : formatNumber(mark, locale)}
              </span>
              <span className="min-w-0 grow">
                <bdi>{text}</bdi>
                <span className="ms-2 whitespace-nowrap text-xs text-slate-600 dark:text-slate-400">
                  {t(`notes.kind.${kind}`)} · {formatDateTime(at, locale, zone)}
                  {mark === null ? ` · ${t("notes.outside")}` : null}
                </span>
              </span>
              {remove === null ? null : (
                <form action={remove} className="print:hidden">
                  <input type="hidden" name="note" value={id} />
                  <Button
                    type="submit"
                    variant="quiet"
                    className="!px-2 !py-0.5"
                    aria-label={t("notes.delete", { text })}
                  >
                    ×
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ol>
      )}
      {add === null ? null : (
        <details className="mt-4 print:hidden">
          <summary className="cursor-pointer text-sm font-medium text-teal-800 dark:text-teal-300">
            {t("notes.add")}
          </summary>
          <NoteForm add={add} />
        </details>
      )}
    </Card>
  );
}

function NoteForm({ add }: { add: Add }) {
  const { t } = useLanguage();
  const { state, isPending, form } = useForm(add, { at: "", text: "", kind: "post" });
  const field = (name: "at" | "text" | "kind") => ({
    name,
    label: t(`notes.${name}`),
    defaultValue: state.values[name],
    error: state.errors[name],
  });
  return (
    <form {...form} className="mt-3 grid items-start gap-4 sm:grid-cols-[auto_1fr_auto]">
      <TextField {...field("at")} type="datetime-local" required />
      <TextField {...field("text")} maxLength={200} required />
      <SelectField
        {...field("kind")}
        options={ANNOTATION_KINDS.map((kind) => ({ value: kind, label: t(`notes.kind.${kind}`) }))}
      />
      <Button type="submit" variant="secondary" disabled={isPending} className="sm:col-span-3 sm:w-fit">
        {t("notes.save")}
      </Button>
    </form>
  );
}
