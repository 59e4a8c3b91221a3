"use server";

import { revalidatePath } from "next/cache";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { faultyState, typed } from "#app/w/_server/form-state.ts";
import { setExperiment } from "#db/queries/experiments/set-experiment.ts";
import { ConflictError } from "#lib/access/errors.ts";
import { EXPERIMENT_FIELDS, type ExperimentField, ExperimentInput } from "#lib/domain/experiment.ts";
import type { FormState } from "#lib/domain/form-state.ts";

/** Lays down the day and the split of a campaign's test, or tells why they cannot be. */
export const saveExperiment = action(
  [Sent.slug, Sent.id, Sent.before, Sent.form],
  async function saveExperiment(workspace, campaignId, _before, form): Promise<FormState<ExperimentField>> {
    const values = typed(form, EXPERIMENT_FIELDS);
    await actIn(workspace, "campaigns.write", () => undefined);
    const parsed = ExperimentInput.safeParse(values);
    if (!parsed.success) return faultyState(values, parsed.error.issues);
    try {
      await actIn(workspace, "campaigns.write", (scope) =>
        setExperiment(scope, { campaignId, input: parsed.data, now: Date.now() }),
      );
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      return faultyState(values, [{ path: [error.field], message: error.reason }]);
    }
    revalidatePath(`/w/${encodeURIComponent(workspace)}`, "layout");
    return { values, errors: {}, made: "" };
  },
);
