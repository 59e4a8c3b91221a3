import { requestTranslate } from "#app/_server/request-translate.ts";
import { NotFoundPanel } from "#components/layout/not-found-panel.tsx";

export default async function NotFoundInWorkspace() {
  return <NotFoundPanel t={await requestTranslate()} />;
}
