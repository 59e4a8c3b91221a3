import Link from "next/link";
import { HiddenQuery } from "#components/query/hidden-query.tsx";
import { Button } from "#components/ui/button.tsx";
import { inputClass } from "#components/ui/input-class.ts";
import { segmentClass, segmentsClass } from "#components/ui/segment-class.ts";
import { sharerQueryString } from "#lib/answers/sharers/sharer-query-string.ts";
import { CREDIT_RULES, SHARER_GROUPS, type SharerQuery } from "#lib/answers/sharers/sharers.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** Search, the group and the rule of credit; all of it in the address. */
export function SharerFilters({ query, path, t }: { query: SharerQuery; path: string; t: Translate }) {
  return (
    <div className="flex flex-wrap items-center gap-3 print:hidden">
      <form key={query.search} action={path} className="flex min-w-0 grow gap-2 sm:grow-0">
        <HiddenQuery asked={query.asked} />
        <input type="hidden" name="sort" value={query.sort} />
        <input type="hidden" name="order" value={query.order} />
        <input type="hidden" name="credit" value={query.rule} />
        <input type="hidden" name="who" value={query.who} />
        <input
          type="search"
          name="search"
          defaultValue={query.search}
          aria-label={t("sharers.search")}
          placeholder={t("sharers.search")}
          aria-keyshortcuts="/"
          dir="auto"
          className={`${inputClass} sm:!w-64`}
        />
        <Button type="submit" variant="secondary">
          {t("sharers.submit")}
        </Button>
      </form>
      <nav aria-label={t("sharers.who")} className={segmentsClass}>
        {SHARER_GROUPS.map((who) => (
          <Link
            key={who}
            href={path + sharerQueryString({ ...query, who, page: 1 })}
            aria-current={who === query.who ? "page" : undefined}
            className={segmentClass}
            scroll={false}
          >
            {t(`sharers.who.${who}`)}
          </Link>
        ))}
      </nav>
      <nav aria-label={t("sharers.rule")} className={segmentsClass}>
        {CREDIT_RULES.map((rule) => (
          <Link
            key={rule}
            href={path + sharerQueryString({ ...query, rule, page: 1 })}
            aria-current={rule === query.rule ? "page" : undefined}
            className={segmentClass}
            scroll={false}
          >
            {t(`sharers.rule.${rule}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
