import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { TrustedBrowser } from "#db/auth-store/trusted-browsers.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { endTrustIn } from "./end-trust-in.ts";

/** Browsers that are not asked for the second factor, with a way to have each asked again; nothing without any. */
export function TrustedList({ browsers, t }: { browsers: readonly TrustedBrowser[]; t: Translate }) {
  if (browsers.length === 0) return null;
  return (
    <Card title={t("security.trusted")} note={t("security.trusted.text")} className="mt-5">
      <ul className="divide-y divide-slate-200 dark:divide-slate-800">
        {browsers.map(({ tokenHash, label, createdAt, expiresAt }) => (
          <li
            key={tokenHash}
            className="flex flex-wrap items-center justify-between gap-3 py-3.5 first:pt-0 last:pb-0"
          >
            <div className="min-w-0 text-sm">
              <p className="font-medium">
                <bdi>{label}</bdi>
              </p>
              <p className="text-slate-600 dark:text-slate-400">
                {t("security.trusted.since", { at: new Date(createdAt), until: new Date(expiresAt) })}
              </p>
            </div>
            <form action={endTrustIn}>
              <input type="hidden" name="browser" value={tokenHash} />
              <Button
                type="submit"
                variant="secondary"
                aria-label={t("security.trusted.endNamed", { label })}
              >
                {t("security.trusted.end")}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
