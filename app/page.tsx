import { notFound, redirect } from "next/navigation";
import { requireUser } from "#app/_server/session.ts";
import { listWorkspacesOf } from "#db/auth-store/list-workspaces-of.ts";
import { currentDatabase } from "#db/connection.ts";

export default async function HomePage() {
  const user = await requireUser("/");
  const [first] = listWorkspacesOf(currentDatabase(), user.id);
  if (first === undefined) notFound();
  redirect(`/w/${encodeURIComponent(first.slug)}`);
}
