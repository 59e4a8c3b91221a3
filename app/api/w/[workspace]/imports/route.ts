import { rm } from "node:fs/promises";
import { currentScope } from "#app/_server/current-scope.ts";
import { inspectAside, TooManyFilesError } from "#app/_server/inspector-holder.ts";
import { memberAccess } from "#app/_server/member-access.ts";
import { NoLongerAllowedError, whileAllowed } from "#app/_server/while-allowed.ts";
import { readCampaign } from "#db/queries/campaigns/read-campaign.ts";
import { createImport } from "#db/queries/imports/create-import.ts";
import { whenFree } from "#db/when-free.ts";
import { NotFoundError } from "#lib/access/errors.ts";
import type { Scope } from "#lib/access/scope.ts";
import { FileFaultError } from "#lib/sources/file-fault.ts";
import { type StoredUpload, storeUpload } from "./store-upload.ts";

const LONGEST_NAME = 200;

interface ImportsContext {
  readonly params: Promise<{ workspace: string }>;
}

/** Takes a file (the raw body) for a campaign: 201 `{ id }`, or 422 `{ fault }` when it cannot be read. */
export async function POST(request: Request, { params }: ImportsContext): Promise<Response> {
  const { workspace } = await params;
  const scope = await currentScope(workspace, "events.write");
  const query = new URL(request.url).searchParams;
  const campaignId = Number(query.get("campaign"));
  const fileName = (query.get("name")?.trim() || "upload").slice(0, LONGEST_NAME);
  try {
    // Before a byte is stored: nobody fills the disk for a campaign that is not there.
    readCampaign(await currentScope(workspace, "campaigns.read"), { campaignId });
    if (request.body === null) throw new FileFaultError({ reason: "empty" });
    // An import may take an hour to arrive.
    const isAllowed = await memberAccess(scope, "events.write");
    const upload = await storeUpload(whileAllowed(request.body, isAllowed));
    return await register(scope, upload, { campaignId, fileName });
  } catch (error) {
    if (error instanceof FileFaultError) return Response.json({ fault: error.fault }, { status: 422 });
    if (error instanceof TooManyFilesError)
      return new Response(null, { status: 503, headers: { "Retry-After": "5" } });
    if (error instanceof NotFoundError || error instanceof NoLongerAllowedError)
      return new Response(null, { status: 404 });
    // The client went away in the middle of its file; there is nobody to answer.
    if (request.signal.aborted) return new Response(null, { status: 400 });
    throw error;
  }
}

async function register(
  scope: Scope<"events.write">,
  { path, bytes }: StoredUpload,
  file: { campaignId: number; fileName: string },
): Promise<Response> {
  try {
    const { format, mapping, choices } = await inspectAside(path);
    const reading = { choices, forms: null };
    const settings = {
      format,
      mapping,
      reading,
      zone: scope.zone,
      policy: "keep-good",
      now: Date.now(),
    } as const;
    const record = { ...file, ...settings, fileBytes: bytes, storedPath: path };
    const id = await whenFree(() => createImport(scope, record));
    return Response.json({ id }, { status: 201 });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
