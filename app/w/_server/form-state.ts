import type { z } from "zod";
import { requestTranslate } from "#app/_server/request-translate.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";

const FAULTS: Readonly<Record<string, MessageKey>> = {
  required: "collect.fault.required",
  long: "collect.fault.long",
  url: "collect.fault.url",
  origin: "collect.fault.origin",
  utm: "collect.fault.utm",
  "utm-source": "collect.fault.utm-source",
  "own-link": "collect.fault.own-link",
  source: "collect.fault.source",
  many: "collect.fault.many",
  "foreign-site": "collect.fault.foreign-site",
  sealed: "collect.fault.sealed",
  day: "experiment.fault.day",
  begun: "experiment.fault.begun",
  past: "experiment.fault.past",
  split: "experiment.fault.split",
  email: "auth.fault.email",
  name: "team.fault.name",
  zone: "auth.fault.zone",
  member: "team.fault.member",
  "too-many": "team.fault.too-many",
  needed: "team.fault.needed",
  "last-owner": "team.fault.last-owner",
  password: "team.fault.password",
  same: "channels.fault.same",
  known: "channels.fault.known",
  "no-names": "channels.fault.noNames",
};

/** What was typed into the fields of a form. */
export function typed<Field extends string>(form: FormData, fields: readonly Field[]): Record<Field, string> {
  return Object.fromEntries(fields.map((field) => [field, String(form.get(field) ?? "")])) as Record<
    Field,
    string
  >;
}

/** The form again, with what is wrong beside each field. A fault is a word of the schema's. */
export async function faultyState<Field extends string>(
  values: Record<Field, string>,
  faults: readonly Pick<z.core.$ZodIssue, "path" | "message">[],
): Promise<FormState<Field>> {
  const t = await requestTranslate();
  const errors: Partial<Record<Field, string>> = {};
  for (const { path, message } of faults) {
    const field = String(path[0]) as Field;
    errors[field] ??= t(FAULTS[message] ?? "collect.fault.choice");
  }
  return { values, errors };
}
