"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Messages } from "#lib/i18n/messages/messages.ts";
import { type Translate, translator } from "#lib/i18n/translator.ts";

interface Language {
  readonly locale: Locale;
  readonly t: Translate;
}

const LanguageContext = createContext<Language | null>(null);

/** Gives client components the language that the server chose, and its catalogue alone. */
export function TranslateProvider(props: { locale: Locale; messages: Messages; children: ReactNode }) {
  const { locale, messages } = props;
  const language = useMemo(() => ({ locale, t: translator(locale, messages) }), [locale, messages]);
  return <LanguageContext.Provider value={language}>{props.children}</LanguageContext.Provider>;
}

/** @throws Error outside a TranslateProvider */
export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error("useLanguage needs a TranslateProvider above it");
  return language;
}

/** @throws Error outside a TranslateProvider */
export function useTranslate(): Translate {
  return useLanguage().t;
}
