import type { ShapeChoices } from "#lib/sources/detect-format.ts";
import { type FileFault, FileFaultError } from "#lib/sources/file-fault.ts";
import type { FileInspection } from "#lib/sources/file-inspection.ts";

/** What was seen of a file, why nothing was, or that too many files wait to be looked at. */
export type Inspected =
  | { readonly inspection: FileInspection }
  | { readonly fault: FileFault }
  | { readonly isBusy: true };

const KEY = Symbol.for("intishar.inspector");
type Inspect = (path: string, shape: ShapeChoices) => Promise<Inspected>;
const globals: typeof globalThis & { [KEY]?: { inspect?: Inspect } } = globalThis;

globals[KEY] ??= {};

/**
 * Where the server leaves its inspector for the pages, which Next bundles apart from it: it answers in values,
 * since an error's class there is another one here.
 */
export const inspectorHolder = globals[KEY];

/** Too many files wait to be looked at. */
export class TooManyFilesError extends Error {
  override readonly name = "TooManyFilesError";
}

/**
 * The head of an uploaded file, read where it holds up nobody.
 * @param shape what a person said of how it is laid out
 * @throws FileFaultError when the file holds no rows that we read
 * @throws TooManyFilesError when it cannot be looked at soon
 */
export async function inspectAside(path: string, shape: ShapeChoices = {}): Promise<FileInspection> {
  const { inspect } = inspectorHolder;
  if (inspect === undefined) throw new Error("pages are served by app/_front, which brings the inspector");
  const seen = await inspect(path, shape);
  if ("inspection" in seen) return seen.inspection;
  if ("fault" in seen) throw new FileFaultError(seen.fault);
  throw new TooManyFilesError("too many files wait to be looked at");
}
