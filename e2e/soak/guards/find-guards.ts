import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { NAMED_GUARDS } from "./named-guards.ts";
import { TEAM_GUARDS } from "./team-guards.ts";

/** A place that decides who may do or see something. */
export interface Guard {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly line: number;
  readonly kind: string;
  /** As it stands. */
  readonly code: string;
  /** The whole file with this guard taken out. */
  readonly without: string;
}

interface Rule {
  readonly kind: string;
  readonly folder: "app" | "db";
  /** Where it is looked for; everywhere when absent. */
  readonly of?: RegExp;
  readonly pattern: RegExp;
  /** What stands in the place of a match that lets everybody through. */
  readonly without: (match: RegExpExecArray) => string | null;
}

/** What leads from a key, a cookie or a code to a workspace, before there is a scope. */
const BY_KEY = /^db\/(?:auth-store|codes)\//;

const RULES: readonly Rule[] = [
  {
    kind: "member of the workspace",
    folder: "app",
    pattern: /await currentScope\(((?:[^()]|\([^()]*\))*)\)/g,
    without: ([, sent = ""]) => {
      const [slug] = sent.split(/,(?![^()]*\))/);
      return `(await import("#db/scope.ts")).openOperatorScope((await import("#db/connection.ts")).currentDatabase(), ${slug})`;
    },
  },
  {
    kind: "permission",
    folder: "app",
    pattern: /\b((?:currentScope|actIn|samePersonScope)\([^"]*?)"([a-z]+\.[a-z]+)"/g,
    // Every role holds both of these; that one is not asked for in the other's place is for the types.
    without: ([, before = "", name = ""]) =>
      name === "campaigns.read" || name === "events.read" ? null : `${before}"campaigns.read"`,
  },
  {
    kind: "offer or right by role",
    folder: "app",
    pattern: /(?:scope\.)?permissions\.has\("[^"]+"\)/g,
    without: () => "true",
  },
  {
    kind: "right by role",
    folder: "db",
    pattern: /scope\.permissions\.has\("[^"]+"\)/g,
    without: () => "true",
  },
  {
    kind: "workspace in SQL",
    folder: "db",
    of: BY_KEY,
    pattern: /(?:\w+\.)?workspace_id = (?:\?|@\w+|\w+\.workspace_id)/g,
    without: ([match]) => `(${match} OR 1)`,
  },
  {
    kind: "workspace in a query",
    folder: "db",
    of: BY_KEY,
    pattern: /\beq\((?:\w+\.)?workspaceId, (?:\w+\.)?workspaceId\)/g,
    without: () => "undefined",
  },
];

/** Behind another door that nobody passes without the leave for this one, too: the matrix of roles has it so. */
const SECOND_DOORS: readonly (readonly [path: string, code: string])[] = [
  ["app/api/w/[workspace]/campaigns/[campaign]/events/route.ts", '"events.read"'],
  ["app/api/w/[workspace]/imports/route.ts", '"campaigns.read"'],
  ["app/w/[workspace]/campaigns/[campaign]/collect/controls/page.tsx", '"events.read"'],
  ["app/w/[workspace]/campaigns/[campaign]/collect/quality/page.tsx", '"events.read"'],
];

/**
 * Where whoever asks is somebody. The conditions on a workspace in queries and what they read are taken out one by one
 * at every commit, in db/walk.test.ts; of the ways of events, given one campaign's key, engines have a contract.
 */
const ASKED = /^app\/|^db\/(?:auth-store|codes|queries\/segments)\//;

const isServed = (path: string) =>
  ASKED.test(path) &&
  /\.tsx?$/.test(path) &&
  !/\.test\.tsx?$|\/testing\/|\/bench\/|_bench\/|\/migrations\/|\/schema\/|\/seed\//.test(path);

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split("\n").length;
}

/** The matches of a rule in a text; what asks twice for the same leave in one file is one guard, and goes at once. */
function byRule(rule: Rule, path: string, text: string): Guard[] {
  const groups = new Map<string, RegExpExecArray[]>();
  for (const match of text.matchAll(rule.pattern)) {
    if (rule.without(match) === null) continue;
    const leave = rule.folder === "app" ? /"([a-z]+\.[a-z]+)"/.exec(match[0])?.[1] : undefined;
    const key = leave ?? `at ${match.index}`;
    groups.set(key, [...(groups.get(key) ?? []), match]);
  }
  return [...groups.values()].flatMap((matches) => {
    const [first] = matches;
    if (first === undefined) return [];
    const whole = matches.reduceRight(
      (left, match) =>
        `${left.slice(0, match.index)}${rule.without(match)}${left.slice(match.index + match[0].length)}`,
      text,
    );
    return [{ path, line: lineOf(text, first.index), kind: rule.kind, code: first[0], without: whole }];
  });
}

/**
 * Every guard of the product, found in its text by what guards look like here, and those that have a form of their own.
 * @param root where the repository stands
 * @throws Error where a guard that is named is not there any more
 */
export function findGuards(root: string): Guard[] {
  const guards: Guard[] = [];
  for (const folder of ["app", "db"] as const)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).toSorted()) {
      const path = `${folder}/${name}`;
      if (!isServed(path)) continue;
      const text = readFileSync(join(root, path), "utf8");
      for (const rule of RULES)
        if (rule.folder === folder && (rule.of ?? ASKED).test(path)) guards.push(...byRule(rule, path, text));
    }
  const first = guards.filter(
    (guard) => !SECOND_DOORS.some(([path, code]) => guard.path === path && guard.code.includes(code)),
  );
  for (const { path, kind, code, without } of [...NAMED_GUARDS, ...TEAM_GUARDS]) {
    const text = readFileSync(join(root, path), "utf8");
    const at = text.indexOf(code);
    if (at === -1) throw new Error(`${path} has no longer: ${code}`);
    const whole = `${text.slice(0, at)}${without}${text.slice(at + code.length)}`;
    first.push({ path, line: lineOf(text, at), kind, code, without: whole });
  }
  return first;
}
