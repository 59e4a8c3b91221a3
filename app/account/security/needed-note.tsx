import Link from "next/link";
import { NOTICE_CLASS } from "#components/layout/owner-notices.tsx";
import type { Translate } from "#lib/i18n/translator.ts";

/** Why somebody was led here from a workspace, and the way back once they have what it requires. */
export function NeededNote({ workspace, hasAny, t }: { workspace: string; hasAny: boolean; t: Translate }) {
  return (
    <p role="status" className={`mb-6 ${NOTICE_CLASS}`}>
      {t(hasAny ? "security.rule.ready" : "security.rule.needed")}{" "}
      {hasAny ? (
        <Link
          href={`/w/${encodeURIComponent(workspace)}`}
          className="font-medium underline underline-offset-4"
        >
          {t("security.rule.goOn")}
        </Link>
      ) : null}
    </p>
  );
}
