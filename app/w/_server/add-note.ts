"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { faultyState, typed } from "#app/w/_server/form-state.ts";
import { addAnnotation } from "#db/queries/annotations/add-annotation.ts";
import { ANNOTATION_FIELDS, AnnotationInput } from "#lib/domain/annotation.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import { clockInstant } from "#lib/time/zone-clock.ts";

type NoteState = FormState<(typeof ANNOTATION_FIELDS)[number]>;

/** Puts a note on a campaign's charts. */
export const addNote = action(
  [Sent.slug, Sent.id, Sent.before, Sent.form],
  async function addNote(workspace, campaignId, _before, form): Promise<NoteState> {
    const values = typed(form, ANNOTATION_FIELDS);
    await actIn(workspace, "campaigns.write", () => undefined);
    const parsed = AnnotationInput.safeParse(values);
    if (!parsed.success) return faultyState(values, parsed.error.issues);
    const { at, text, kind } = parsed.data;
    await actIn(workspace, "campaigns.write", (scope) => {
      const note = { at: clockInstant(Date.parse(`${at}Z`), scope.zone), text, kind };
      return addAnnotation(scope, { campaignId, note, now: Date.now() });
    });
    revalidatePath("/w/[workspace]/campaigns/[campaign]", "page");
    return { values: { at: "", text: "", kind: "post" }, errors: {}, made: text };
  },
);
