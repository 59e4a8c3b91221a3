import { cookies } from "next/headers";
import { chooseCsv } from "#app/_server/preferences.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { CSV_COOKIE } from "#lib/format/csv.ts";
import type { Translate } from "#lib/i18n/translator.ts";

/** How CSV files are written for this browser, and the other way. */
export async function CsvCard({ t }: { t: Translate }) {
  const isSemicolon = (await cookies()).get(CSV_COOKIE)?.value === "semicolon";
  return (
    <Card title={t("auth.account.csv")} className="mb-5">
      <form action={chooseCsv} className="flex flex-wrap items-center justify-between gap-3">
        <input type="hidden" name="csv" value={isSemicolon ? "comma" : "semicolon"} />
        <p className="max-w-2xl text-sm text-slate-600 dark:text-slate-400">
          {t(isSemicolon ? "auth.account.csvSemicolon" : "auth.account.csvComma")}
        </p>
        <Button type="submit" variant="secondary">
          {t(isSemicolon ? "auth.account.toComma" : "auth.account.toSemicolon")}
        </Button>
      </form>
    </Card>
  );
}
