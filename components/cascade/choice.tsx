import { useId } from "react";

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  /** Id of the element that the choice changes. */
  readonly controls?: string;
}

/** One of a few, side by side: radio buttons, so that the arrow keys work as everywhere. */
export function Choice<T extends string>({ label, value, options, onChange, controls }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset
      className="flex rounded-md border border-slate-300 p-0.5 dark:border-slate-700"
      aria-controls={controls}
    >
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="cursor-pointer rounded px-2.5 py-1 text-xs font-medium text-slate-600 has-[:checked]:bg-teal-700 has-[:checked]:text-white has-[:focus-visible]:outline has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-offset-2 has-[:focus-visible]:outline-teal-600 dark:text-slate-300 dark:has-[:checked]:bg-teal-500 dark:has-[:checked]:text-slate-950"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
            className="sr-only"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
