import type { RequestHead } from "#app/_front/request-head.ts";

const IMPORT_PATH = /^\/api\/w\/[^/]+\/imports$/;

/** Whether a request brings the file of an import. */
export function isImport({ method, path }: RequestHead): boolean {
  return method === "POST" && IMPORT_PATH.test(path);
}
