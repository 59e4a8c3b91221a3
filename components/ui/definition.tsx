import { useId } from "react";

/** A term that shows what it means on hover, focus or touch; the nearest positioned ancestor bounds the text. */
export function Definition({ term, text }: { term: string; text: string }) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        aria-describedby={id}
        className="peer cursor-help rounded-sm text-start underline decoration-slate-300 decoration-dotted underline-offset-4 hover:decoration-slate-500 dark:decoration-slate-600 dark:hover:decoration-slate-400"
      >
        {term}
      </button>
      <span
        id={id}
        role="tooltip"
        className="pointer-events-none absolute inset-x-2 top-9 z-20 hidden rounded-md bg-slate-900 px-2.5 py-2 text-xs font-normal leading-relaxed text-slate-100 shadow-lg peer-hover:block peer-focus:block dark:bg-slate-700"
      >
        {text}
      </span>
    </>
  );
}
