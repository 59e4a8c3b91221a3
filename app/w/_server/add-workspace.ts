"use server";

import { notFound, redirect } from "next/navigation";
import { action, Sent } from "#app/_server/action.ts";
import { requireUser } from "#app/_server/session.ts";
import { faultyState, typed } from "#app/w/_server/form-state.ts";
import { createWorkspace, mayCreateWorkspaces } from "#db/auth-store/create-workspace.ts";
import { currentDatabase } from "#db/connection.ts";
import { whenFree } from "#db/when-free.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { cleanName } from "#lib/domain/person-name.ts";
import { timeZones } from "#lib/time/time-zones.ts";

/** Makes a workspace that is the person's own. */
export const addWorkspace = action(
  [Sent.before, Sent.form],
  async function addWorkspace(_before, form): Promise<FormState<"name" | "zone">> {
    const { id: userId } = await requireUser("/w");
    if (!mayCreateWorkspaces(currentDatabase(), userId)) notFound();
    const values = typed(form, ["name", "zone"]);
    const name = cleanName(values.name);
    if (name === undefined || name === null)
      return faultyState(values, [{ path: ["name"], message: "name" }]);
    if (!timeZones().includes(values.zone)) return faultyState(values, [{ path: ["zone"], message: "zone" }]);
    const workspace = { userId, name, zone: values.zone, now: Date.now() };
    const slug = await whenFree(() => createWorkspace(currentDatabase(), workspace));
    redirect(`/w/${encodeURIComponent(slug)}`);
  },
);
