import Link from "next/link";
import type { Translate } from "#lib/i18n/translator.ts";
import { DAY } from "#lib/time/lengths.ts";
import { NOTICE_CLASS } from "./owner-notices.tsx";

/**
 * Tells a member that the workspace requires a second factor, which they lack.
 * @param props.due until when they may go on without, UTC milliseconds
 */
export function SecondFactorNotice({ due, now, t }: { due: number; now: number; t: Translate }) {
  const days = Math.max(1, Math.ceil((due - now) / DAY));
  return (
    <p role="status" className={`mb-6 print:hidden ${NOTICE_CLASS}`}>
      <strong className="font-semibold">{t("security.rule.notice", { days })}</strong>{" "}
      <Link href="/account/security" className="font-medium underline underline-offset-4">
        {t("security.rule.setUp")}
      </Link>
    </p>
  );
}
