import { requestNotices } from "#app/_server/request-notices.ts";
import { requestTranslate } from "#app/_server/request-translate.ts";
import { OwnerNotices } from "#components/layout/owner-notices.tsx";
import type { Permission } from "#lib/access/permission.ts";

/** Says beside what was collected that visitors cannot be told apart as they should; owners read it on every page. */
export async function ProxyNote({
  permissions,
  home,
}: {
  permissions: ReadonlySet<Permission>;
  home: string;
}) {
  const notices = (await requestNotices()).filter((notice) => notice === "unlisted-proxy");
  if (permissions.has("workspace.manage")) return null;
  return <OwnerNotices notices={notices} lost={null} home={home} t={await requestTranslate()} />;
}
