"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { EventField } from "#lib/sources/column-mapping.ts";

interface ColumnSelectProps {
  readonly field: EventField;
  readonly header: readonly string[];
  /** The column chosen, or nothing. */
  readonly value: string;
  readonly needed: boolean;
  readonly error: MessageKey | undefined;
  readonly onChange: (column: string) => void;
}

/** Chooses the column that fills one field. */
export function ColumnSelect({ field, header, value, needed, error, onChange }: ColumnSelectProps) {
  const t = useTranslate();
  const name = `column.${field}`;
  const label = `${t(`imports.field.${field}`)}${needed ? " *" : ""}`;
  return (
    <Field label={label} name={name} error={error && t(error)}>
      <select
        id={name}
        name={name}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-required={needed}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${name}-error`}
        className={inputClass}
      >
        <option value="">{t("imports.columns.none")}</option>
        {header.map((column) => (
          <option key={column}>{column}</option>
        ))}
      </select>
    </Field>
  );
}
