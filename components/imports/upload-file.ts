import { FILE_FAULT_REASONS, type FileFault } from "#lib/sources/file-fault.ts";

/** How sending a file ended. */
export type UploadEnd =
  | { readonly kind: "stored"; readonly id: number }
  | { readonly kind: "fault"; readonly fault: FileFault }
  | { readonly kind: "refused"; readonly status: number };

/** Sends a file as it is, and tells how much has gone, from 0 to 1. Status 0: no answer. */
export function uploadFile(url: string, file: File, onProgress: (sent: number) => void): Promise<UploadEnd> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onerror = () => resolve({ kind: "refused", status: 0 });
    request.onload = () => resolve(endOf(request.status, request.responseText));
    request.open("POST", url);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
}

function endOf(status: number, body: string): UploadEnd {
  const answer: unknown = status === 201 || status === 422 ? JSON.parse(body) : null;
  if (typeof answer === "object" && answer !== null) {
    if ("id" in answer && typeof answer.id === "number") return { kind: "stored", id: answer.id };
    if ("fault" in answer && isFault(answer.fault)) return { kind: "fault", fault: answer.fault };
  }
  return { kind: "refused", status };
}

function isFault(value: unknown): value is FileFault {
  return (
    typeof value === "object" &&
    value !== null &&
    "reason" in value &&
    FILE_FAULT_REASONS.some((reason) => reason === value.reason)
  );
}
