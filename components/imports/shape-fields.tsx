"use client";

import { startTransition, useActionState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { DELIMITERS } from "#lib/sources/shape/detect-dialect.ts";
import { ENCODINGS } from "#lib/sources/shape/detect-encoding.ts";
import { fileFaultText } from "./file-fault-text.ts";
import type { ShapeAction, ShapeOptions } from "./shape-form.ts";

const DELIMITER_NAMES = Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[];

/** How the file was read, to be chosen otherwise: stands in the form of the columns, which are kept. */
export function ShapeFields({ shape, action }: { shape: ShapeOptions; action: ShapeAction }) {
  const { format, sheets = [], entries = [] } = shape;
  const t = useTranslate();
  const [error, reread, pending] = useActionState(action, null);
  const { encoding = "utf-8", delimiter } = format;
  const named = DELIMITER_NAMES.find((name) => DELIMITERS[name] === delimiter);
  return (
    <fieldset className="rounded-md border border-slate-200 p-4 dark:border-slate-700">
      <legend className="px-1 text-sm font-medium">{t("imports.shape.title")}</legend>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {entries.length > 1 ? <Choice name="entry" is={format.entry} of={entries.map(plain)} /> : null}
        {sheets.length > 1 ? <Choice name="sheet" is={format.sheet} of={sheets.map(plain)} /> : null}
        {format.kind === "xlsx" ? null : (
          <Choice
            name="encoding"
            is={encoding}
            of={ENCODINGS.map((known) => [known, t(`imports.shape.encoding.${known}`)])}
          />
        )}
        {format.kind === "csv" ? (
          <Choice
            name="delimiter"
            is={named ?? ""}
            of={[
              ...(named === undefined ? ([["", delimiter ?? ""]] as const) : []),
              ...DELIMITER_NAMES.map((name) => [name, t(`imports.shape.delimiter.${name}`)] as const),
            ]}
          />
        ) : null}
      </div>
      {error === null ? null : (
        <p role="alert" dir="auto" className="mt-4 text-sm font-medium text-rose-700 dark:text-rose-400">
          {"fault" in error ? fileFaultText(error.fault, t) : t(error.failed)}
        </p>
      )}
      <Button
        type="button"
        variant="secondary"
        disabled={pending}
        className="mt-4"
        onClick={({ currentTarget: { form } }) => {
          if (form !== null) startTransition(() => reread(new FormData(form)));
        }}
      >
        {t("imports.shape.reread")}
      </Button>
    </fieldset>
  );
}

const plain = (name: string) => [name, name] as const;

function Choice(props: {
  name: "encoding" | "delimiter" | "sheet" | "entry";
  is: string | undefined;
  of: readonly (readonly [value: string, label: string])[];
}) {
  const { name, is, of } = props;
  const t = useTranslate();
  const isKnown = is === undefined || of.some(([value]) => value === is);
  return (
    <Field label={t(`imports.shape.${name}.label`)} name={`shape.${name}`}>
      <select id={`shape.${name}`} name={`shape.${name}`} defaultValue={is} className={inputClass}>
        {isKnown ? null : <option value={is}>{is}</option>}
        {of.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </Field>
  );
}
