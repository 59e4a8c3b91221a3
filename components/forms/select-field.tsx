import { Field } from "#components/ui/field.tsx";
import { inputClass } from "#components/ui/input-class.ts";

/** A labelled choice from a list. */
export function SelectField(props: {
  label: string;
  name: string;
  hint?: string;
  error?: string | undefined;
  defaultValue: string;
  options: readonly { value: string; label: string }[];
}) {
  const { label, name, hint, error, defaultValue, options } = props;
  const described = error !== undefined ? `${name}-error` : hint !== undefined ? `${name}-hint` : undefined;
  return (
    <Field label={label} name={name} error={error} {...(hint === undefined ? {} : { hint })}>
      {/* A form that is reset after its action forgets a select's default unless the select is made anew. */}
      <select
        key={defaultValue}
        id={name}
        name={name}
        defaultValue={defaultValue}
        aria-invalid={error !== undefined}
        aria-describedby={described}
        className={inputClass}
      >
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
