import { redirect } from "next/navigation";
import { requireUser } from "#app/_server/session.ts";
import { findLastOpened } from "#db/auth-store/last-opened.ts";
import { currentDatabase } from "#db/connection.ts";

export default async function HomePage() {
  const user = await requireUser("/");
  const slug = findLastOpened(currentDatabase(), user.id);
  redirect(slug === null ? "/w" : `/w/${encodeURIComponent(slug)}`);
}
