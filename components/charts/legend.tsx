/** Which colour is which band of a chart; `swatch` is the class of its background. */
export function Legend({ items }: { items: readonly { readonly label: string; readonly swatch: string }[] }) {
  return (
    <ul data-legend className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-slate-600 dark:text-slate-400">
      {items.map(({ label, swatch }) => (
        <li key={label} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={`size-2.5 rounded-sm ${swatch}`} />
          {label}
        </li>
      ))}
    </ul>
  );
}
