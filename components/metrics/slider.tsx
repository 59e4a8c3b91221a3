import { type CSSProperties, useId } from "react";

const TRACK =
  "cursor-pointer appearance-none rounded-full bg-[linear-gradient(to_right,var(--ink)_var(--part),var(--rest)_var(--part))] [--ink:theme(colors.teal.700)] [--rest:theme(colors.slate.200)] dark:[--ink:theme(colors.teal.400)] dark:[--rest:theme(colors.slate.700)] rtl:bg-[linear-gradient(to_left,var(--ink)_var(--part),var(--rest)_var(--part))] forced-colors:appearance-auto";
const THUMB =
  "[&::-webkit-slider-thumb]:size-4 [&::-webkit-slider-thumb]:appearance-none [&::-webkit-slider-thumb]:rounded-full [&::-webkit-slider-thumb]:border-2 [&::-webkit-slider-thumb]:border-white [&::-webkit-slider-thumb]:bg-[--ink] [&::-webkit-slider-thumb]:shadow dark:[&::-webkit-slider-thumb]:border-slate-900 [&::-moz-range-thumb]:size-3 [&::-moz-range-thumb]:rounded-full [&::-moz-range-thumb]:border-2 [&::-moz-range-thumb]:border-white [&::-moz-range-thumb]:bg-[--ink] dark:[&::-moz-range-thumb]:border-slate-900";

/** A labelled slider with its value written beside the label. */
export function Slider(props: {
  label: string;
  value: number;
  text: string;
  max: number;
  step: number;
  min?: number;
  onChange: (value: number) => void;
}) {
  const { label, value, text, max, step, min = 0, onChange } = props;
  const id = useId();
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        <output htmlFor={id} className="tabular-nums text-slate-700 dark:text-slate-300">
          {text}
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onChange={(event) => onChange(event.target.valueAsNumber)}
        style={{ "--part": `${(100 * (value - min)) / (max - min)}%` } as CSSProperties}
        className={`mt-2 h-1.5 w-full ${TRACK} ${THUMB}`}
      />
    </div>
  );
}
