import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { PreferenceButton } from "./preference-button.tsx";
import { ThemeIcon } from "./theme-icon.tsx";

type FormAction = (form: FormData) => Promise<void>;

/** The other language, and light or dark. */
export function PreferenceButtons(props: {
  locale: Locale;
  theme: "light" | "dark";
  t: Translate;
  chooseLanguage: FormAction;
  chooseTheme: FormAction;
}) {
  const { locale, theme, t, chooseLanguage, chooseTheme } = props;
  const other: Locale = locale === "en" ? "ar" : "en";
  const turned = theme === "dark" ? "light" : "dark";
  return (
    <>
      <PreferenceButton action={chooseLanguage} name="locale" value={other}>
        <span lang={other} dir={LOCALES[other].direction}>
          {t("locale.switch")}
        </span>
      </PreferenceButton>
      <PreferenceButton
        action={chooseTheme}
        name="theme"
        value={turned}
        label={t(turned === "dark" ? "theme.toDark" : "theme.toLight")}
      >
        <ThemeIcon theme={turned} />
      </PreferenceButton>
    </>
  );
}
