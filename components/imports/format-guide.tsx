import { surfaceClass } from "#components/ui/surface-class.ts";
import type { Translate } from "#lib/i18n/translator.ts";
import { KNOWN_EXPORTS } from "#lib/sources/known-exports/registry.ts";
import { EVENT_EXAMPLE, REPOST_EXAMPLE } from "./example-files.ts";

/** What known exports teach, each named once. */
const LEARNT = [...new Set(KNOWN_EXPORTS.map(({ learn }) => learn))];

/** The documented formats of a file, with an example of each to look at and to download. */
export function FormatGuide({ t }: { t: Translate }) {
  return (
    <details className={`${surfaceClass} p-4 sm:p-5`}>
      <summary className="cursor-pointer text-sm font-semibold">{t("imports.format.summary")}</summary>
      <div className="mt-4 space-y-6">
        <Example
          title={t("imports.format.minimal")}
          text={t("imports.format.minimalText")}
          download={t("imports.format.download")}
          fileName="repost-log.csv"
          csv={REPOST_EXAMPLE}
        />
        <Example
          title={t("imports.format.full")}
          text={t("imports.format.fullText")}
          download={t("imports.format.download")}
          fileName="event-log.csv"
          csv={EVENT_EXAMPLE}
        />
        <p className="text-sm text-slate-600 dark:text-slate-400">{t("imports.format.notes")}</p>
        <section>
          <h3 className="text-sm font-semibold">{t("exports.list")}</h3>
          <dl className="mt-2 max-w-3xl space-y-2 text-sm text-slate-600 dark:text-slate-400">
            {LEARNT.map((learn) => (
              <div key={learn}>
                <dt className="font-medium text-slate-900 dark:text-slate-100">
                  <bdi>
                    {KNOWN_EXPORTS.filter((known) => known.learn === learn)
                      .map(({ name }) => name)
                      .join(", ")}
                  </bdi>
                </dt>
                <dd>{t(learn)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </details>
  );
}

function Example(props: { title: string; text: string; download: string; fileName: string; csv: string }) {
  return (
    <section>
      <h3 className="text-sm font-semibold">{props.title}</h3>
      <p className="mt-1 max-w-3xl text-sm text-slate-600 dark:text-slate-400">{props.text}</p>
      <pre
        dir="ltr"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className="my-2 overflow-x-auto rounded-md bg-slate-100 p-3 text-start text-xs dark:bg-slate-950"
      >
        {props.csv}
      </pre>
      <a
        href={`data:text/csv;charset=utf-8,${encodeURIComponent(props.csv)}`}
        download={props.fileName}
        aria-label={`${props.download}: ${props.title}`}
        className="text-sm font-medium text-teal-800 hover:underline dark:text-teal-300"
      >
        {props.download}
      </a>
    </section>
  );
}
