"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import type { ReadingChoices } from "#lib/sources/reading.ts";
import { READING_CHOICES, type ReadingChoice, readingChoices } from "./reading-choices.ts";

const CHOICES: readonly ReadingChoice[] = ["dateOrder", "decimal", "serials", "idScope"];

/** What a person may say of how the file is written, where the file itself does not prove it. */
export function ChoiceFields(props: {
  choices: ReadingChoices;
  onChoices: (choices: ReadingChoices) => void;
}) {
  const { choices, onChoices } = props;
  const t = useTranslate();
  return CHOICES.map((choice) => (
    <Field key={choice} label={t(`imports.columns.${choice}`)} name={choice}>
      <select
        id={choice}
        name={choice}
        value={choices[choice] ?? ""}
        onChange={({ target }) =>
          onChoices({
            ...(choices.parents && { parents: choices.parents }),
            ...readingChoices((one) => (one === choice ? target.value : String(choices[one] ?? ""))),
          })
        }
        className={inputClass}
      >
        <option value="">{t("imports.columns.found")}</option>
        {READING_CHOICES[choice].map((value) => (
          <option key={value} value={value}>
            {t(`imports.columns.choice.${value}`)}
          </option>
        ))}
      </select>
    </Field>
  ));
}
