import { requestTranslate } from "#app/_server/request-translate.ts";
import { NotFoundPanel } from "#components/layout/not-found-panel.tsx";

export default async function NotFound() {
  return (
    <main className="grid min-h-screen place-items-center px-4 pb-16">
      <NotFoundPanel t={await requestTranslate()} />
    </main>
  );
}
