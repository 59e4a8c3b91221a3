import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { buttonClass } from "#components/ui/button-class.ts";
import { BrandMark } from "./brand-mark.tsx";
import { PreferenceButton } from "./preference-button.tsx";
import { PreferenceButtons } from "./preference-buttons.tsx";
import { WorkspaceSwitcher } from "./workspace-switcher.tsx";

const linkClass = `${buttonClass("quiet")} !px-2.5`;

/**
 * What stands above every page of whoever is signed in: where one is, the account, language, theme and the way
 * out, which a phone has no room for and finds on the account's page.
 */
export function TopBar(
  props: ComponentProps<typeof PreferenceButtons> & {
    home: string;
    signOut: () => Promise<void>;
    /** Which workspace this is; left out where a page belongs to none. */
    workspace?: ComponentProps<typeof WorkspaceSwitcher>;
    /** What stands beside the preferences. */
    children?: ReactNode;
  },
) {
  const { home, signOut, workspace, children, ...preferences } = props;
  const { t } = preferences;
  return (
    <header className="border-b border-slate-200 bg-white print:hidden dark:border-slate-800 dark:bg-slate-900">
      <div className="mx-auto flex h-14 max-w-7xl items-center gap-x-2 px-4 sm:gap-x-4 sm:px-6">
        <Link
          href={home}
          className="flex items-center gap-2 rounded-md text-base font-semibold tracking-tight"
        >
          <BrandMark />
          {/* A phone has room for the workspace or for the product's name. */}
          <span className={workspace === undefined ? "" : "max-sm:sr-only"}>{t("app.name")}</span>
        </Link>
        {workspace === undefined ? null : <WorkspaceSwitcher {...workspace} />}
        <nav aria-label={t("nav.main")} className="flex">
          <Link href={home} className={`${linkClass} max-sm:hidden`}>
            {t("nav.campaigns")}
          </Link>
          <Link href="/account" className={linkClass}>
            {t("nav.account")}
          </Link>
        </nav>
        <div className="-me-2.5 ms-auto flex items-center">
          {children}
          <PreferenceButtons {...preferences} />
          <div className="max-sm:hidden">
            <PreferenceButton action={signOut}>{t("nav.signOut")}</PreferenceButton>
          </div>
        </div>
      </div>
    </header>
  );
}
