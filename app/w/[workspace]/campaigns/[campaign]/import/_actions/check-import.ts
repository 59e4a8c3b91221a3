"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import type { ColumnErrors } from "#components/imports/column-form.ts";
import { parseColumnForm } from "#components/imports/parse-column-form.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { saveMapping } from "#db/queries/imports/save-mapping.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { ConflictError } from "#lib/access/errors.ts";
import { inspectUpload } from "../[import]/inspect-upload.ts";

/** Stores how a file is to be read and has it checked; answers with what is wrong with the settings. */
export const checkImport = action(
  [z.object({ workspace: Sent.slug, campaign: Sent.digits, importId: Sent.id }), Sent.before, Sent.form],
  async function checkImport(at, _before, form): Promise<ColumnErrors> {
    await actIn(at.workspace, "events.write", () => undefined);
    const { settings, errors } = parseColumnForm(form);
    if (Object.keys(errors).length > 0) return errors;
    const { importId } = at;
    const row = await actIn(at.workspace, "events.read", (scope) => readImport(scope, { importId }));
    const header = (await inspectUpload(row))?.header;
    const { choices, ...columns } = settings;
    const reading = { choices, forms: null };
    const work = { status: "checking", cancelRequested: false, report: null, fault: null } as const;
    try {
      await actIn(at.workspace, "events.write", (scope) => {
        updateImport(scope, { importId, ...columns, reading, ...work });
        const { mapping, zone } = columns;
        if (header !== undefined) saveMapping(scope, { mapping, zone, choices, header, now: Date.now() });
      });
    } catch (error) {
      if (error instanceof ConflictError) return { form: "imports.columns.error.stale" };
      throw error;
    }
    redirect(`/w/${at.workspace}/campaigns/${at.campaign}/import/${at.importId}`);
  },
);
