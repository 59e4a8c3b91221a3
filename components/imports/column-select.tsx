"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { constantOf, type EventField } from "#lib/sources/column-mapping.ts";
import type { Guess } from "#lib/sources/suggest-mapping.ts";
import { type ColumnOption, columnOptions } from "./column-options.ts";

interface ColumnSelectProps {
  readonly field: EventField;
  readonly header: readonly string[];
  /** The column chosen, or nothing. */
  readonly value: string;
  readonly needed: boolean;
  readonly error: MessageKey | undefined;
  /** How sure the column is that was found for it; undefined where a person chose. */
  readonly guess: Guess | undefined;
  readonly onChange: (column: string) => void;
}

/** Chooses the column that fills one field. */
export function ColumnSelect({ field, header, value, needed, error, guess, onChange }: ColumnSelectProps) {
  const t = useTranslate();
  const options = columnOptions(header);
  const name = `column.${field}`;
  const label = `${t(`imports.field.${field}`)}${needed ? " *" : ""}`;
  const hint = guess === undefined || guess === "sure" ? undefined : t(`columns.${guess}`);
  const note = error === undefined ? hint && `${name}-hint` : `${name}-error`;
  const word = constantOf(value);
  return (
    <Field label={label} name={name} error={error && t(error)} {...(hint !== undefined && { hint })}>
      <select
        id={name}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-required={needed}
        aria-invalid={error !== undefined}
        aria-describedby={note}
        className={inputClass}
      >
        <option value="">{t("imports.columns.none")}</option>
        {word === null ? null : (
          <option value={value}>{word === "" ? t("columns.empty") : t("columns.same", { word })}</option>
        )}
        {word === null && value !== "" && options.every((option) => option.value !== value) ? (
          // A name that several columns bear: which of them is asked when the file is checked.
          <option value={value}>{value}</option>
        ) : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {labelOf(option, t)}
          </option>
        ))}
      </select>
    </Field>
  );
}

function labelOf({ number, name }: ColumnOption, t: Translate): string {
  if (number === null) return name;
  const numbered = t("imports.columns.numbered", { number: String(number) });
  return name === "" ? numbered : `${name} (${numbered})`;
}
