import type { KeyboardEvent } from "react";

/** One end of the brush, moved by the keys of a slider. */
export function TimelineHandle(props: {
  label: string;
  value: number;
  min: number;
  max: number;
  steps: number;
  text: string;
  onChange: (value: number) => void;
}) {
  const { label, value, min, max, steps, text, onChange } = props;
  function onKeyDown(event: KeyboardEvent) {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: value - 1,
      ArrowDown: value - 1,
      ArrowRight: value + 1,
      ArrowUp: value + 1,
      PageDown: value - 10,
      PageUp: value + 10,
      Home: min,
      End: max,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onChange(Math.max(min, Math.min(max, target)));
  }
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={text}
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 w-1.5 -translate-x-1/2 cursor-ew-resize rounded bg-slate-600 dark:bg-slate-300"
      style={{ left: `${(100 * value) / steps}%` }}
    />
  );
}
