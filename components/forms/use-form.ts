"use client";

import { type RefObject, useActionState, useEffect, useRef } from "react";
import type { FormAction, FormState } from "#lib/domain/form-state.ts";

/** A form and its action; the first field at fault gets the focus. */
export function useForm<Field extends string>(
  action: FormAction<Field>,
  values: FormState<Field>["values"],
): {
  state: FormState<Field>;
  isPending: boolean;
  form: { ref: RefObject<HTMLFormElement | null>; action: (form: FormData) => void; noValidate: true };
} {
  const [state, send, isPending] = useActionState<FormState<Field>, FormData>(action, {
    ...{ values, errors: {} as FormState<Field>["errors"] },
  });
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(state.errors).length === 0) return;
    ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [state]);
  return { state, isPending, form: { ref, action: send, noValidate: true } };
}
