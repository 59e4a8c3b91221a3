import { requestTranslate } from "#app/_server/request-translate.ts";
import { NotFoundPanel } from "#components/layout/not-found-panel.tsx";

export default async function NotFound() {
  return (
    <main className="px-4">
      <NotFoundPanel t={await requestTranslate()} />
    </main>
  );
}
