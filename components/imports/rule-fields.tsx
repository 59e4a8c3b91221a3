"use client";

import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { IMPORT_POLICIES, type ImportPolicy } from "#lib/domain/import.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import type { ReadingChoices } from "#lib/sources/reading.ts";
import { ChoiceFields } from "./choice-fields.tsx";
import { ParentFields } from "./parent-fields.tsx";

const POLICY_LABELS = {
  "keep-good": "imports.columns.keepGood",
  "all-or-nothing": "imports.columns.allOrNothing",
} as const satisfies Record<ImportPolicy, string>;

interface RuleFieldsProps {
  readonly zones: readonly string[];
  readonly zone: string;
  readonly choices: ReadingChoices;
  readonly policy: ImportPolicy;
  readonly zoneError: MessageKey | undefined;
  readonly onZone: (zone: string) => void;
  readonly onChoices: (choices: ReadingChoices) => void;
  readonly onPolicy: (policy: ImportPolicy) => void;
}

/** Zone of times that state none, how dates are written, what parents mean, and what to do with faulty rows. */
export function RuleFields(props: RuleFieldsProps) {
  const { zones, zone, choices, policy, zoneError, onZone, onChoices, onPolicy } = props;
  const t = useTranslate();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("imports.columns.zone")} name="zone" error={zoneError && t(zoneError)}>
        <select
          id="zone"
          name="zone"
          value={zone}
          onChange={(event) => onZone(event.target.value)}
          aria-invalid={zoneError !== undefined}
          aria-describedby={zoneError === undefined ? undefined : "zone-error"}
          className={inputClass}
        >
          {zones.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </Field>
      <ChoiceFields choices={choices} onChoices={onChoices} />
      <ParentFields
        choice={choices.parents}
        onChoice={(parents) => {
          const { parents: _old, ...others } = choices;
          onChoices(parents === undefined ? others : { ...others, parents });
        }}
      />
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">{t("imports.columns.policy")}</legend>
        {IMPORT_POLICIES.map((known) => (
          <label key={known} className="flex items-center gap-2 py-1 text-sm">
            <input
              type="radio"
              name="policy"
              value={known}
              checked={policy === known}
              onChange={() => onPolicy(known)}
            />
            {t(POLICY_LABELS[known])}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
