import { describe, expect, it } from "vitest";
import { circlesBelow, unreachedFiles } from "./import-graph.ts";

const filesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

describe("unreachedFiles", () => {
  it.each([
    "app/page.tsx",
    "app/(auth)/sign-in/page.tsx",
    "app/api/w/[workspace]/route.ts",
    "app/manifest.ts",
    "app/_front/main.ts",
    "db/commands/import.ts",
    "db/schema/users.ts",
  ])("begins at %s", (path) => {
    expect(unreachedFiles(filesOf({ [path]: 'import { a } from "#lib/a.ts";', "lib/a.ts": "" }))).toEqual([]);
  });

  it.each(["app/_front/page.tsx", "app/w/_server/route.ts", "app/_front/other.ts", "db/testing/schema.ts"])(
    "does not begin at %s",
    (path) => {
      const files = filesOf({ [path]: 'import { a } from "#lib/a.ts";', "lib/a.ts": "" });
      expect(unreachedFiles(files)).toEqual([path, "lib/a.ts"]);
    },
  );

  it("follows what is imported, and what a thread or a bundler is told to start", () => {
    const files = filesOf({
      "app/_front/main.ts": 'import { a } from "./a.ts";\nimport type { B } from "#lib/b.ts";',
      "app/_front/a.ts": 'new Worker(new URL("./worker.mjs", import.meta.url)); // not "./c.ts"',
      "app/_front/worker.mjs": 'await import("./worker.ts");',
      "app/_front/worker.ts": 'build(new URL("../_tracker/entry.ts", import.meta.url));',
      "app/_tracker/entry.ts": "",
      "lib/b.ts": "",
      "app/_front/c.ts": "",
    });
    expect(unreachedFiles(files)).toEqual(["app/_front/c.ts"]);
  });

  it("lets tests and benchmarks reach their helpers, and nothing else", () => {
    const imports = 'import "#lib/testing/a.ts";\nimport "#db/bench/b.ts";\nimport "#lib/c.ts";';
    const reached = { "lib/testing/a.ts": "", "db/bench/b.ts": "", "lib/c.ts": "" };
    for (const path of ["db/commands/import.test.ts", "e2e/bench/main.ts"])
      expect(unreachedFiles(filesOf({ [path]: imports, ...reached }))).toEqual(["lib/c.ts"]);
    expect(unreachedFiles(filesOf(reached))).toEqual(Object.keys(reached));
  });

  it("is not deceived by two that name each other", () => {
    const files = filesOf({ "lib/a.ts": 'import "./b.ts";', "lib/b.ts": 'import "./a.ts";' });
    expect(unreachedFiles(files)).toEqual(["lib/a.ts", "lib/b.ts"]);
  });
});

describe("circlesBelow", () => {
  const card = { "components/ui/card.tsx": 'import "#components/charts/menu.tsx";' };

  it("names the way around", () => {
    const files = filesOf({ ...card, "components/charts/menu.tsx": 'import type { A } from "../ui/a.ts";' });
    expect(circlesBelow("components", files)).toEqual(["ui > charts > ui"]);
    const longer = filesOf({
      ...card,
      "components/charts/menu.tsx": 'import "#components/query/q.ts";',
      "components/query/q.ts": 'import "#components/ui/a.ts";',
    });
    expect(circlesBelow("components", longer)).toEqual(["ui > charts > query > ui"]);
  });

  it("allows one way, what is inside one room, other wings and tests", () => {
    const files = filesOf({
      ...card,
      "components/charts/menu.tsx": 'import "./a.ts";\nimport "#lib/ui/a.ts";',
      "components/charts/menu.test.ts": 'import "#components/ui/card.tsx";',
    });
    expect(circlesBelow("components", files)).toEqual([]);
  });
});
