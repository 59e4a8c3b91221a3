"use client";

import { useActionState, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { EVENT_FIELDS, type EventField } from "#lib/sources/column-mapping.ts";
import { sourceOfMapping } from "#lib/sources/registry.ts";
import type { CheckAction, ColumnSettings } from "./column-form.ts";
import { ColumnSelect } from "./column-select.tsx";
import { RuleFields } from "./rule-fields.tsx";

const FIRST: readonly EventField[] = [
  "kind",
  "code",
  "via",
  "person",
  "occurredAt",
  "clock",
  "channel",
  "id",
];
const OTHERS = EVENT_FIELDS.filter((field) => !FIRST.includes(field));

interface ColumnsFormProps {
  readonly header: readonly string[];
  readonly settings: ColumnSettings;
  readonly zones: readonly string[];
  readonly action: CheckAction;
}

/** Which column holds what, in which zone, and what to do with faulty rows. */
export function ColumnsForm({ header, settings, zones, action }: ColumnsFormProps) {
  const t = useTranslate();
  const [errors, run, pending] = useActionState(action, {});
  // Held here, so that a refused form keeps what was chosen.
  const [{ mapping, zone, choices, policy }, setChosen] = useState(settings);
  const choose = (change: Partial<ColumnSettings>) => setChosen((before) => ({ ...before, ...change }));
  const needs = new Set<EventField>(sourceOfMapping(mapping).needs);
  const select = (field: EventField) => (
    <ColumnSelect
      key={field}
      {...{ field, header }}
      value={mapping[field] ?? ""}
      needed={needs.has(field)}
      error={errors[field]}
      onChange={(column) => {
        const { [field]: _old, ...rest } = mapping;
        choose({ mapping: column === "" ? rest : { ...rest, [field]: column } });
      }}
    />
  );
  const [othersUsed] = useState(OTHERS.some((field) => mapping[field] !== undefined));
  return (
    <form action={run} className="grid grid-cols-1 gap-6">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{FIRST.map(select)}</div>
      <details open={othersUsed || OTHERS.some((field) => errors[field] !== undefined)}>
        <summary className="cursor-pointer text-sm font-medium">{t("imports.columns.more")}</summary>
        <div className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{OTHERS.map(select)}</div>
      </details>
      <RuleFields
        {...{ zones, zone, choices, policy }}
        zoneError={errors.zone}
        onZone={(chosen) => choose({ zone: chosen })}
        onChoices={(chosen) => choose({ choices: chosen })}
        onPolicy={(chosen) => choose({ policy: chosen })}
      />
      {errors.form !== undefined ? (
        <p role="alert" className="text-sm font-medium text-rose-700 dark:text-rose-400">
          {t(errors.form)}
        </p>
      ) : null}
      <Button type="submit" disabled={pending} className="justify-self-start">
        {t("imports.columns.check")}
      </Button>
    </form>
  );
}
