import { headers } from "next/headers";
import { NOTICES, NOTICES_HEADER, type Notice } from "#lib/domain/notice.ts";

/** What the front has to tell the owners at this request. */
export async function requestNotices(): Promise<Notice[]> {
  const said = (await headers()).get(NOTICES_HEADER)?.split(",") ?? [];
  return NOTICES.filter((notice) => said.includes(notice));
}
