import type { ComponentProps, ReactNode } from "react";
import { KeyHelp } from "./key-help.tsx";
import { SkipLink } from "./skip-link.tsx";
import { TopBar } from "./top-bar.tsx";

/** The bar, and below it the one place of a page; `width` is the class that bounds it. */
export function AppShell({
  width,
  children,
  ...bar
}: Omit<ComponentProps<typeof TopBar>, "children"> & { width: string; children: ReactNode }) {
  return (
    <>
      <SkipLink text={bar.t("nav.skip")} />
      <TopBar {...bar}>
        <KeyHelp />
      </TopBar>
      <main
        id="content"
        tabIndex={-1}
        className={`mx-auto w-full px-4 py-6 outline-none sm:px-6 sm:py-8 print:p-0 ${width}`}
      >
        {children}
      </main>
    </>
  );
}
