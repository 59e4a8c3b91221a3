/** The mark: one share that became three. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 24 24" className="size-6 text-teal-600 dark:text-teal-400" aria-hidden="true">
      <path d="M5 12h6m0 0 7-6m-7 6h8m-8 0 7 6" fill="none" stroke="currentColor" strokeWidth="1.75" />
      <g fill="currentColor">
        <circle cx="5" cy="12" r="3" />
        <circle cx="18.5" cy="5.5" r="2.25" />
        <circle cx="20" cy="12" r="2.25" />
        <circle cx="18.5" cy="18.5" r="2.25" />
      </g>
    </svg>
  );
}
