import { join, normalize } from "node:path";

/** A file of TypeScript, or of the JavaScript that starts a thread. */
export interface SourceFile {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** The suite that the test of every storage engine calls. */
const CONTRACT = "db/engines/contract.ts";

/** Whether a file is a test or helps one. */
export const isTest = (path: string) =>
  /\.test\.tsx?$/.test(path) || path.includes("/testing/") || path === CONTRACT;

/** The text without what is said about it. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

/** What a file imports: `#` and a path from the root for a file of ours, else the name of a package. */
export function importsOf({ path, text }: SourceFile): string[] {
  const pattern = /\b(?:from|import)\s*\(?\s*["']([^"'\n]+)["']/g;
  return [...withoutComments(text).matchAll(pattern)].map(([, specifier = ""]) => {
    if (specifier.startsWith("#")) return specifier;
    return specifier.startsWith(".") ? `#${normalize(join(path, "..", specifier))}` : specifier;
  });
}

/** Paths from the root of the files that a file imports, or names for a process, a thread or a bundler to start. */
export function filesNamedIn({ path, text }: SourceFile): string[] {
  const pattern = /["']([^"'\s]+\.(?:tsx?|mjs))["']/g;
  return [...withoutComments(text).matchAll(pattern)].map(([, name = ""]) =>
    name.startsWith("#") ? name.slice(1) : normalize(join(path, "..", name)),
  );
}
