import { useId } from "react";
import { segmentClass, segmentsClass } from "#components/ui/segment-class.ts";

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
    <fieldset className={segmentsClass} aria-controls={controls}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={segmentClass}>
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
