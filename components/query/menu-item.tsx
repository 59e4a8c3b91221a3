import type { ReactNode } from "react";

/** One choice of an opened menu, with the key that makes it from anywhere. */
export function MenuItem(props: {
  isCurrent?: boolean;
  shortcut?: string;
  onClick: () => void;
  children: ReactNode;
}) {
  const { isCurrent = false, shortcut, onClick, children } = props;
  return (
    <button
      type="button"
      aria-pressed={isCurrent}
      aria-keyshortcuts={shortcut}
      onClick={onClick}
      className="flex w-full items-center justify-between gap-8 rounded-md px-2.5 py-1.5 text-start hover:bg-slate-100 aria-pressed:font-semibold aria-pressed:text-teal-800 dark:hover:bg-slate-800 dark:aria-pressed:text-teal-300"
    >
      <span>{children}</span>
      {shortcut === undefined ? null : (
        <kbd className="font-sans text-xs font-normal text-slate-500 dark:text-slate-400">{shortcut}</kbd>
      )}
    </button>
  );
}
