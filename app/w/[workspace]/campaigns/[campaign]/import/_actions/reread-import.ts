"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action, Sent } from "#app/_server/action.ts";
import { inspectAside, TooManyFilesError } from "#app/_server/inspector-holder.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { parseColumnForm } from "#components/imports/parse-column-form.ts";
import { keepColumns, parseShapeForm, type ShapeError } from "#components/imports/shape-form.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { ConflictError } from "#lib/access/errors.ts";
import { shapeOf } from "#lib/sources/detect-format.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";

/** Reads an upload anew in another encoding or sheet, keeping what was chosen of its columns; answers why it cannot. */
export const rereadImport = action(
  [z.object({ workspace: Sent.slug, campaign: Sent.digits, importId: Sent.id }), Sent.before, Sent.form],
  async function rereadImport(at, _before, form): Promise<ShapeError> {
    await actIn(at.workspace, "events.write", () => undefined);
    const { importId } = at;
    const row = await actIn(at.workspace, "events.read", (scope) => readImport(scope, { importId }));
    if (row.storedPath === null) return { failed: "imports.columns.gone" };
    try {
      const file = await inspectAside(row.storedPath, parseShapeForm(form, shapeOf(row.format)));
      const { mapping, choices, zone, policy } = parseColumnForm(form).settings;
      const settings = { format: file.format, mapping: keepColumns(mapping, file), zone, policy };
      const work = {
        reading: { choices, forms: null },
        status: "uploaded",
        report: null,
        fault: null,
      } as const;
      await actIn(at.workspace, "events.write", (scope) =>
        updateImport(scope, { importId, ...settings, ...work }),
      );
    } catch (error) {
      if (error instanceof FileFaultError) return { fault: error.fault };
      if (error instanceof TooManyFilesError) return { failed: "imports.step.failed" };
      if (error instanceof ConflictError) return { failed: "imports.columns.error.stale" };
      throw error;
    }
    redirect(`/w/${at.workspace}/campaigns/${at.campaign}/import/${importId}?columns=1`);
  },
);
