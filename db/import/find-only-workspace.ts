import type { IntisharDatabase } from "#db/open-database.ts";
import { workspaces } from "#db/schema/workspaces.ts";

/**
 * The slug of the only workspace, for a command that was told none.
 * @throws Error with one line that lists the workspaces when there is not exactly one
 */
export function findOnlyWorkspace(db: IntisharDatabase): string {
  const slugs = db.select({ slug: workspaces.slug }).from(workspaces).all();
  const [only] = slugs;
  if (only === undefined) throw new Error("there is no workspace yet: open the app once and create one");
  if (slugs.length === 1) return only.slug;
  throw new Error(`--workspace is needed: one of ${slugs.map(({ slug }) => slug).join(", ")}`);
}
