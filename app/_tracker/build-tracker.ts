import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * The script that landing pages load, as one small file, with the tag by which a browser knows it again.
 * @param server origin of the server, for links that are made before it is reached; "": where the script came from
 */
export async function buildTracker(server = ""): Promise<{ text: string; gzip: Buffer; tag: string }> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./intishar.ts", import.meta.url))],
    ...{ bundle: true, minify: true, write: false, format: "iife", charset: "utf8" },
    target: ["chrome90", "firefox101", "safari16.4"],
    define: { SERVER: JSON.stringify(server) },
    legalComments: "none",
  });
  const text = outputFiles[0]?.text ?? "";
  const tag = `"${createHash("sha256").update(text).digest("base64url").slice(0, 16)}"`;
  return { text, gzip: gzipSync(text, { level: 9 }), tag };
}
