/** What stands in a chart's place while there is nothing, or too little, to draw. */
export function ChartMessage({ text }: { text: string }) {
  return (
    <p className="grid min-h-40 grow place-items-center rounded-lg border border-dashed border-slate-300 px-6 py-8 text-center text-sm text-slate-600 dark:border-slate-700 dark:text-slate-400">
      <span className="max-w-sm">{text}</span>
    </p>
  );
}
