import { setTimeout as wait } from "node:timers/promises";
import { type ReactNode, Suspense } from "react";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { Counting } from "#components/ui/counting.tsx";

/** An answer that is there within so many milliseconds is waited for: a page that flickers reads worse than a late one. */
const PATIENCE_MS = 400;

/**
 * What a page shows once it is worked out. The first view of a large campaign takes seconds; until then the page
 * stands with its question, and says that it counts. Whether the page exists at all must be known before: from the
 * first byte on its status is said.
 */
export async function Soon({ content, bar }: { content: Promise<ReactNode>; bar: ReactNode }) {
  const early = await Promise.race([content.then((node) => ({ node })), wait(PATIENCE_MS, null)]);
  if (early !== null) return early.node;
  const t = await requestTranslate();
  return (
    <Suspense
      fallback={
        <div className="space-y-6">
          {bar}
          <Counting text={t("dashboard.counting")} />
        </div>
      }
    >
      <Late content={content} />
    </Suspense>
  );
}

async function Late({ content }: { content: Promise<ReactNode> }) {
  return await content;
}
