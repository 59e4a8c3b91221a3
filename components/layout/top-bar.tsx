import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { BrandMark } from "./brand-mark.tsx";
import { PreferenceButton } from "./preference-button.tsx";

type FormAction = (form: FormData) => Promise<void>;

/** What stands above every page of a workspace: where one is, the account, language, theme and the way out. */
export function TopBar(props: {
  home: string;
  locale: Locale;
  theme: "light" | "dark";
  t: Translate;
  actions: { chooseLanguage: FormAction; chooseTheme: FormAction; signOut: () => Promise<void> };
}) {
  const { home, locale, theme, t, actions } = props;
  const other: Locale = locale === "en" ? "ar" : "en";
  const turned = theme === "dark" ? "light" : "dark";
  return (
    <header className="border-b border-slate-200 bg-white dark:border-slate-800 dark:bg-slate-900">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5 sm:px-6">
        <Link href={home} className="flex items-center gap-2 text-base font-semibold tracking-tight">
          <BrandMark />
          {t("app.name")}
        </Link>
        <nav aria-label={t("nav.main")} className="flex">
          <Link href={home} className={buttonClass("quiet")}>
            {t("nav.campaigns")}
          </Link>
          <Link href="/account" className={buttonClass("quiet")}>
            {t("nav.account")}
          </Link>
        </nav>
        <div className="ms-auto flex items-center">
          <PreferenceButton action={actions.chooseLanguage} name="locale" value={other}>
            <span lang={other} dir={LOCALES[other].direction}>
              {t("locale.switch")}
            </span>
          </PreferenceButton>
          <PreferenceButton
            action={actions.chooseTheme}
            name="theme"
            value={turned}
            label={t(turned === "dark" ? "theme.toDark" : "theme.toLight")}
          >
            <span aria-hidden="true">{turned === "dark" ? "☾" : "☀"}</span>
          </PreferenceButton>
          <PreferenceButton action={actions.signOut}>{t("nav.signOut")}</PreferenceButton>
        </div>
      </div>
    </header>
  );
}
