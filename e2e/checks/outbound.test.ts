import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isTest, withoutComments } from "#lib/testing/source-file.ts";

const ROOT = new URL("../..", import.meta.url).pathname;

/** What opens a connection, or knows how to. */
const CONNECTS =
  /\bfetch\(|\bhttps?\.(?:get|request)\(|\bnet\.connect\(|\bcreateConnection\(|new (?:WebSocket|EventSource|Socket|Agent)\(|\bfrom "(?:node:)?(?:https|dns|dgram|http2|tls)(?:\/promises)?"|"(?:undici|nodemailer|httpxy|node-fetch|axios|got)"/;

/** The only places that do: browsers ask their own server, and the front hands requests on to the pages' process. */
const MAY_CONNECT: Readonly<Record<string, string>> = {
  "app/(auth)/sign-in/submit-sign-in.ts": "a browser, to its own server",
  "app/_front/pages/pages-handler.ts": "the front, to the process of the pages on this machine",
  "app/_tracker/code-pool.ts": "a browser, to the server its script is of",
  "app/_tracker/outbox.ts": "a browser, to the server its script is of",
  "components/hooks/use-polled.ts": "a browser, to its own server",
  "components/live/use-live.ts": "a browser, to its own server",
  "components/query/filter-menu.tsx": "a browser, to its own server",
};

function connecting(folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((path) => /\.(?:tsx?|mjs)$/.test(path) && !isTest(path) && !/(^|\/)_?bench\//.test(path))
    .filter((path) => CONNECTS.test(withoutComments(readFileSync(join(ROOT, path), "utf8"))))
    .sort();
}

test("nothing on the server opens a connection to anywhere, whatever address somebody types", () => {
  expect(connecting(["app", "components", "db", "lib"])).toEqual(Object.keys(MAY_CONNECT).sort());
});

test.each([
  "const answer = await fetch(link.targetUrl);",
  'import { request } from "node:https";',
  'import { lookup } from "node:dns/promises";',
  "const socket = new WebSocket(url);",
  'import { Agent } from "undici";',
])("would be found out: %s", (line) => {
  expect(CONNECTS.test(line)).toBe(true);
});

test.each([
  'import { isIP } from "node:net";',
  'import { createServer } from "node:http";',
  'const scheme = "https";',
])("is no connection: %s", (line) => {
  expect(CONNECTS.test(line)).toBe(false);
});
