import { surfaceClass } from "./surface-class.ts";

const block = "animate-pulse rounded-md bg-slate-200 motion-reduce:animate-none dark:bg-slate-800";

/** Where figures and charts will stand, and in words that they are being worked out. */
export function Counting({ text }: { text: string }) {
  return (
    <div role="status" className="space-y-6">
      <p className="text-sm text-slate-600 dark:text-slate-400">{text}</p>
      <div aria-hidden="true" className={`${surfaceClass} grid grid-cols-2 gap-6 p-5 sm:grid-cols-3`}>
        {["a", "b", "c", "d", "e", "f"].map((figure) => (
          <div key={figure} className="space-y-2">
            <div className={`${block} h-3 w-20`} />
            <div className={`${block} h-7 w-28`} />
          </div>
        ))}
      </div>
      <div aria-hidden="true" className={`${surfaceClass} p-5`}>
        <div className={`${block} h-4 w-40`} />
        <div className={`${block} mt-5 h-64 w-full`} />
      </div>
    </div>
  );
}
