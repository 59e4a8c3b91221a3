import { filesNamedIn, isTest, type SourceFile } from "./source-file.ts";

/** What is started from outside: by Next for its name, by Node or drizzle-kit for its place. */
const ENTRIES = [
  /^app\/(?:[^_/][^/]*\/)*(?:page|layout|template|default|route|loading|error|global-error|not-found)\.tsx?$/,
  /^app\/(?:[^_/][^/]*\/)*(?:manifest|robots|sitemap|icon|apple-icon|opengraph-image|twitter-image)\.tsx?$/,
  /^app\/_front\/(?:main|demo)\.ts$/,
  /^db\/(?:commands|schema)\/[^/]+\.ts$/,
  /^db\/drizzle\.config\.ts$/,
];

const isEntry = (path: string) => !isTest(path) && ENTRIES.some((entry) => entry.test(path));
const startsTests = (path: string) => path.startsWith("e2e/") || /\.test\.tsx?$/.test(path);
/** What nobody but tests and benchmarks needs. */
const isHelper = (path: string) => isTest(path) || path.startsWith("e2e/") || /\/_?bench\//.test(path);

function reachedFrom(starts: readonly string[], named: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const next = [...starts];
  for (let path = next.pop(); path !== undefined; path = next.pop()) {
    const files = named.get(path);
    if (files === undefined || reached.has(path)) continue;
    reached.add(path);
    next.push(...files);
  }
  return reached;
}

/**
 * Paths of the files that nothing starts, imports or names. What only tests and benchmarks reach is unreached as well,
 * unless it is there to help them.
 */
export function unreachedFiles(files: readonly SourceFile[]): string[] {
  const named = new Map(files.map((file) => [file.path, filesNamedIn(file)]));
  const paths = [...named.keys()];
  const served = reachedFrom(paths.filter(isEntry), named);
  const tested = reachedFrom(paths.filter(startsTests), named);
  return paths.filter((path) => !served.has(path) && !(tested.has(path) && isHelper(path)));
}

/**
 * Folders below one folder that import one another in a circle, each circle as the way around it: `ui > charts > ui`.
 * Of circles that overlap at least one is named.
 */
export function circlesBelow(folder: string, files: readonly SourceFile[]): string[] {
  const roomOf = (path: string) => path.slice(folder.length + 1).split("/")[0] ?? "";
  const isBelow = (path: string) => path.startsWith(`${folder}/`) && !isTest(path);
  const arrows = new Map<string, Set<string>>();
  for (const file of files.filter(({ path }) => isBelow(path))) {
    const room = roomOf(file.path);
    const others = filesNamedIn(file).filter(isBelow).map(roomOf);
    arrows.set(room, new Set([...(arrows.get(room) ?? []), ...others.filter((other) => other !== room)]));
  }
  return circlesIn(arrows).map((circle) => circle.join(" > "));
}

function circlesIn(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (room: string, way: readonly string[]) => {
    const since = way.indexOf(room);
    if (since >= 0) circles.push([...way.slice(since), room]);
    if (since >= 0 || done.has(room)) return;
    for (const next of arrows.get(room) ?? []) visit(next, [...way, room]);
    done.add(room);
  };
  for (const room of arrows.keys()) visit(room, []);
  return circles;
}
