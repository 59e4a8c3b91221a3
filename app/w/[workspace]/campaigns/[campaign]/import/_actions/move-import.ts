"use server";

import { rm } from "node:fs/promises";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, Sent } from "#app/_server/action.ts";
import { actIn } from "#app/w/_server/act-in.ts";
import { IMPORT_STEPS, type ImportStep } from "#components/imports/import-step.ts";
import type { ImportRow } from "#db/import/find-import.ts";
import { forgetMapping } from "#db/queries/imports/forget-mapping.ts";
import { readImport } from "#db/queries/imports/read-import.ts";
import { saveMapping } from "#db/queries/imports/save-mapping.ts";
import { updateImport } from "#db/queries/imports/update-import.ts";
import { ConflictError } from "#lib/access/errors.ts";
import type { ImportStatus } from "#lib/domain/import.ts";
import type { MessageKey } from "#lib/i18n/messages/messages.ts";
import { NOT_SURVEYED, type Reading } from "#lib/sources/reading.ts";
import { inspectUpload } from "../[import]/inspect-upload.ts";

const FROM: Readonly<Record<ImportStep, readonly ImportStatus[]>> = {
  start: ["checked"],
  cure: ["checked"],
  forget: ["uploaded", "checked"],
  discard: ["uploaded", "checked"],
  cancel: ["checking", "queued", "importing"],
  undo: ["done", "failed"],
};

/** Steps that change what is known of files with the same headings. */
const OF_COLUMNS: readonly ImportStep[] = ["cure", "forget"];

const CHANGES = {
  start: { status: "queued", cancelRequested: false },
  cure: { status: "checking", cancelRequested: false, report: null, fault: null },
  forget: {},
  discard: { status: "cancelled", storedPath: null },
  cancel: { cancelRequested: true },
  undo: { status: "undoing" },
} as const satisfies Record<ImportStep, object>;

/** How a file is read that is read again by what would find its parents. */
function cured({ reading, report }: ImportRow): Reading {
  const { choices, forms } = reading ?? NOT_SURVEYED;
  const parents = report?.parents?.cure?.choice;
  return { choices: { ...choices, ...(parents && { parents }) }, forms };
}

/** Moves an import on: starts, reads anew, discards, cancels or undoes it. Answers with the reason if it no longer can. */
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
    const header = OF_COLUMNS.includes(at.step) ? (await inspectUpload(row))?.header : undefined;
    try {
      await actIn(at.workspace, "events.write", (scope) => {
        if (at.step === "forget") return header && forgetMapping(scope, { header });
        const reading = at.step === "cure" ? cured(row) : undefined;
        updateImport(scope, { importId, ...CHANGES[at.step], ...(reading && { reading }) });
        if (reading === undefined || header === undefined) return;
        const { mapping, zone } = row;
        saveMapping(scope, { mapping, zone, choices: reading.choices, header, now: Date.now() });
      });
    } catch (error) {
      if (error instanceof ConflictError) return "imports.step.failed";
      throw error;
    }
    const imports = `/w/${at.workspace}/campaigns/${at.campaign}/import`;
    if (at.step === "forget") redirect(`${imports}/${importId}?columns=1`);
    if (at.step !== "discard") redirect(`${imports}/${importId}`);
    if (row.storedPath !== null) await rm(row.storedPath, { force: true });
    redirect(imports);
  },
);
