import { requestTranslate } from "#app/_server/request-translate.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** An invitation that never was, was used, has run out or was taken back: all look alike. */
export default async function InvitationOver() {
  const t = await requestTranslate();
  return <EmptyState title={t("team.join.over")} text={t("team.join.overText")} />;
}
