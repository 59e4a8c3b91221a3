// Signs that a disk refuses or takes for a folder.
const REFUSED = /[\s\\/:*?"<>|]+/g;
// A name that begins so is a hidden file, or an option to a command.
const HIDING = /^[.-]+/;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]/gu;

/**
 * The `Content-Disposition` of a file that is to be saved: its name in ASCII for old clients, and with the letters of
 * any script for the others (RFC 6266, RFC 8187).
 */
export function attachment(fileName: string): string {
  const name = fileName.replace(REFUSED, "-").replace(UNSEEN, "").replace(HIDING, "") || "file";
  return `attachment; filename="${asciiName(name)}"; filename*=UTF-8''${encodedName(name)}`;
}

function asciiName(name: string): string {
  const ascii = name
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9._-]+/g, "")
    // What stood between letters that are gone.
    .replace(/-{2,}/g, "-")
    .replace(/-*_[-_]*/g, "_")
    .replace(/[-_]+\./g, ".");
  return /^[A-Za-z0-9]/.test(ascii) ? ascii : `file${ascii}`;
}

function encodedName(name: string): string {
  const encodeSign = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name).replace(/['()*]/g, encodeSign);
}
