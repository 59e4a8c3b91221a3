/** Languages of the interface, each an equal: its own name for itself, its direction, its digits. */
export const LOCALES = {
  en: { label: "English", direction: "ltr", intl: "en-GB-u-ca-gregory-nu-latn" },
  ar: { label: "العربية", direction: "rtl", intl: "ar-EG-u-ca-gregory-nu-latn" },
} as const;

export type Locale = keyof typeof LOCALES;

export const DEFAULT_LOCALE: Locale = "en";

/** Name of the cookie in which a browser keeps the language chosen. */
export const LOCALE_COOKIE = "intishar.locale";
/** Name of the cookie in which a browser keeps light or dark. */
export const THEME_COOKIE = "intishar.theme";
