import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { ListedSession } from "#db/auth-store/list-sessions.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { endOneSession } from "./end-one-session.ts";
import { endOtherSessions } from "./end-other-sessions.ts";

/** Where a person is signed in, with a way to end each other session, or all of them. */
export function SessionList({ sessions, t }: { sessions: readonly ListedSession[]; t: Translate }) {
  const endOthers = (
    <form action={endOtherSessions}>
      <Button type="submit" variant="secondary">
        {t("auth.account.endOthers")}
      </Button>
    </form>
  );
  const isAlone = sessions.every((session) => session.isCurrent);
  return (
    <Card title={t("auth.account.sessions")} {...(isAlone ? {} : { actions: endOthers })}>
      <ul className="divide-y divide-slate-200 dark:divide-slate-800">
        {sessions.map((session) => (
          <li
            key={session.idHash}
            className="flex flex-wrap items-center justify-between gap-3 py-3.5 first:pt-0 last:pb-0"
          >
            <SessionText session={session} t={t} />
            {session.isCurrent ? null : <EndButton session={session} t={t} />}
          </li>
        ))}
      </ul>
      {isAlone ? (
        <p className="mt-3 text-sm text-slate-600 dark:text-slate-400">{t("auth.account.alone")}</p>
      ) : null}
    </Card>
  );
}

function SessionText({ session, t }: { session: ListedSession; t: Translate }) {
  return (
    <div className="min-w-0 text-sm">
      <p className="font-medium">
        <bdi>{session.label}</bdi>
        {session.isCurrent ? (
          <span className="ms-2 text-xs font-semibold text-teal-700 dark:text-teal-300">
            {t("auth.account.current")}
          </span>
        ) : null}
      </p>
      <p className="text-slate-600 dark:text-slate-400">
        {t("auth.account.seen", { at: new Date(session.lastSeenAt) })}
      </p>
      <p className="text-slate-600 dark:text-slate-400">
        {t("auth.account.since", { at: new Date(session.createdAt) })}
      </p>
    </div>
  );
}

function EndButton({ session, t }: { session: ListedSession; t: Translate }) {
  return (
    <form action={endOneSession}>
      <input type="hidden" name="session" value={session.idHash} />
      <Button
        type="submit"
        variant="secondary"
        aria-label={t("auth.account.endNamed", { label: session.label })}
      >
        {t("auth.account.end")}
      </Button>
    </form>
  );
}
