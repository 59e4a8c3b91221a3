import type { ComponentProps } from "react";
import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";

type Shared = { label: string; name: string; hint?: string; error?: string | undefined };

/** A labelled field of one line, or of several when `rows` is given. */
export function TextField(
  props: Shared & { rows?: number } & Pick<
      ComponentProps<"input">,
      "type" | "defaultValue" | "required" | "maxLength" | "inputMode" | "autoComplete" | "dir"
    >,
) {
  const { label, name, hint, error, rows, ...rest } = props;
  const described = error !== undefined ? `${name}-error` : hint !== undefined ? `${name}-hint` : undefined;
  const control = {
    dir: "auto",
    ...rest,
    id: name,
    name,
    className: inputClass,
    "aria-invalid": error !== undefined,
    "aria-describedby": described,
  };
  const { type, ...ofArea } = control;
  return (
    <Field label={label} name={name} error={error} {...(hint === undefined ? {} : { hint })}>
      {rows === undefined ? (
        <input {...control} type={type ?? "text"} />
      ) : (
        <textarea {...ofArea} rows={rows} />
      )}
    </Field>
  );
}
