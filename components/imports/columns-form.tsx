"use client";

import { useActionState, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { EVENT_FIELDS, type EventField } from "#lib/sources/column-mapping.ts";
import type { ColumnGuess } from "#lib/sources/guess-columns.ts";
import { sourceOfMapping } from "#lib/sources/registry.ts";
import type { SavedMapping } from "#lib/sources/saved-mapping.ts";
import type { CheckAction, ColumnSettings } from "./column-form.ts";
import { ColumnSelect } from "./column-select.tsx";
import { EventPreview } from "./event-preview.tsx";
import type { StepAction } from "./import-step.ts";
import { type FileHead, previewEvents } from "./preview-events.ts";
import { RuleFields } from "./rule-fields.tsx";
import { SavedColumns } from "./saved-columns.tsx";
import { ShapeFields } from "./shape-fields.tsx";
import type { ShapeAction, ShapeOptions } from "./shape-form.ts";

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
  readonly head: FileHead;
  readonly guess: Pick<ColumnGuess, "mapping" | "guesses">;
  readonly settings: ColumnSettings;
  /** What the columns meant of an earlier file with the same headings. */
  readonly saved: SavedMapping | null;
  readonly zones: readonly string[];
  /** UTC milliseconds. */
  readonly now: number;
  readonly action: CheckAction;
  readonly forget: StepAction;
  readonly shape: ShapeOptions;
  readonly reread: ShapeAction;
}

/** Which column holds what, in which zone, and what to do with faulty rows. */
export function ColumnsForm(props: ColumnsFormProps) {
  const { head, guess, settings, saved, zones, now, action, forget, shape, reread } = props;
  const t = useTranslate();
  const [errors, run, pending] = useActionState(action, {});
  // Held here, so that a refused form keeps what was chosen.
  const [{ mapping, zone, choices, policy }, setChosen] = useState(settings);
  const choose = (change: Partial<ColumnSettings>) => setChosen((before) => ({ ...before, ...change }));
  const { header } = head;
  const needs = new Set<EventField>(sourceOfMapping(mapping).needs);
  const select = (field: EventField) => (
    <ColumnSelect
      key={field}
      {...{ field, header }}
      value={mapping[field] ?? ""}
      needed={needs.has(field)}
      error={errors[field]}
      guess={guess.mapping[field] === mapping[field] ? guess.guesses[field] : undefined}
      onChange={(column) => {
        const { [field]: _old, ...rest } = mapping;
        choose({ mapping: column === "" ? rest : { ...rest, [field]: column } });
      }}
    />
  );
  const [othersUsed] = useState(OTHERS.some((field) => mapping[field] !== undefined));
  const isUsed = saved !== null && isSame(saved, { mapping, zone, choices });
  return (
    <div className="grid grid-cols-1 gap-6">
      {saved === null ? null : <SavedColumns {...{ isUsed, forget }} onUse={() => choose(saved)} />}
      <form action={run} className="grid grid-cols-1 gap-6">
        <ShapeFields shape={shape} action={reread} />
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
      <EventPreview events={previewEvents(head, { mapping, zone, choices }, now)} zone={zone} />
    </div>
  );
}

/** Whether two files are read alike; in what order anything was chosen does not matter. */
function isSame(a: SavedMapping, b: SavedMapping): boolean {
  const columns = (meant: SavedMapping) => EVENT_FIELDS.map((field) => meant.mapping[field] ?? null);
  const said = ({ choices: { parents, ...rest } }: SavedMapping) => [
    ...[rest.dateOrder, rest.decimal, rest.serials, rest.idScope],
    ...[parents?.is, parents?.ignore],
  ];
  return a.zone === b.zone && JSON.stringify([columns(a), said(a)]) === JSON.stringify([columns(b), said(b)]);
}
