"use server";

import { rm } from "node:fs/promises";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { IMPORT_STEPS, type ImportStep } from "#components/imports/import-step.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { ImportStatus } from "#lib/domain/import.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";

const FROM: Readonly<Record<ImportStep, readonly ImportStatus[]>> = {
  start: ["checked"],
  discard: ["uploaded", "checked"],
  cancel: ["checking", "queued", "importing"],
  undo: ["done", "failed"],
};

const CHANGES = {
  start: { status: "queued", cancelRequested: false },
  discard: { status: "cancelled", storedPath: null },
  cancel: { cancelRequested: true },
  undo: { status: "undoing" },
} as const satisfies Record<ImportStep, object>;

/** Moves an import on: starts, discards, cancels or undoes it. Answers with the reason if it no longer can. */
export const moveImport = action(
  [
    z.object({ workspace: Sent.slug, campaign: Sent.digits, importId: Sent.id, step: z.enum(IMPORT_STEPS) }),
    Sent.before,
    Sent.form,
  ],
  async function moveImport(at, _before, _form): Promise<MessageKey | null> {
    const { importId } = at;
    await actIn(at.workspace, "events.write", () => undefined);
    const row = await actIn(at.workspace, "events.read", (scope) => readImport(scope, { importId }));
    if (!FROM[at.step].includes(row.status)) return "imports.step.failed";
    try {
      await actIn(at.workspace, "events.write", (scope) =>
        updateImport(scope, { importId, ...CHANGES[at.step] }),
      );
    } catch (error) {
      if (error instanceof ConflictError) return "imports.step.failed";
      throw error;
    }
    const imports = `/w/${at.workspace}/campaigns/${at.campaign}/import`;
    if (at.step !== "discard") redirect(`${imports}/${importId}`);
    if (row.storedPath !== null) await rm(row.storedPath, { force: true });
    redirect(imports);
  },
);
