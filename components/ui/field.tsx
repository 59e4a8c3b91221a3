import type { ReactNode } from "react";

/** A labelled form field. The control inside must have id = `name`, and describe itself by `<name>-hint` or `<name>-error`. */
export function Field(props: {
  label: string;
  name: string;
  hint?: string;
  error?: string | undefined;
  children: ReactNode;
}) {
  const { label, name, hint, error, children } = props;
  return (
    <div>
      <label htmlFor={name} className="mb-1.5 block text-sm font-medium text-slate-800 dark:text-slate-200">
        {label}
      </label>
      {children}
      {hint !== undefined && error === undefined ? (
        <p id={`${name}-hint`} className="mt-1.5 text-xs text-slate-500 dark:text-slate-400">
          {hint}
        </p>
      ) : null}
      {error !== undefined ? (
        <p
          id={`${name}-error`}
          role="alert"
          className="mt-1.5 text-xs font-medium text-rose-700 dark:text-rose-400"
        >
          {error}
        </p>
      ) : null}
    </div>
  );
}
