import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { noteProbes, sized } from "#lib/testing/sized.ts";
import { isTest, withoutComments } from "#lib/testing/source-file.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
/** As long as a body or a header may be and more; what takes a step per character is done with it in milliseconds. */
const LENGTH = sized(60_000, 200_000);
/** What takes as many steps as the square of that is not done by then on any machine. */
const DEADLINE_MS = 4_000;

/** A literal where one may stand; what begins with a space is a division. */
const LITERAL =
  /(?<=[(,=:[!&|?{};\n ]\s*|return )\/(?![ */])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[\s,;.)\]:?}])/g;

/** Those that are slow over long texts, and never see one. */
const SHORT_TEXTS: Readonly<Record<string, string>> = {
  "app/_files/content-disposition.ts: -*_[-_]*":
    "a file's name, of a campaign's, which is at most 120 letters",
  "app/_files/content-disposition.ts: [-_]+\\.": "the same",
};

interface Literal {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
}

function literalsIn(file: string, text: string): Literal[] {
  return [...withoutComments(text).matchAll(LITERAL)].flatMap(([, source = "", flags = ""]) => {
    try {
      new RegExp(source, flags);
      return [{ file, source, flags }];
    } catch {
      return [];
    }
  });
}

/** Texts that a pattern goes far into and then fails on: each of its characters again and again, alone and in pairs. */
function textsAgainst({ source }: Pick<Literal, "source">): string[] {
  const own = source.replaceAll(/\\[a-zA-Z](\{[^}]*\})?/g, "").match(/[^\\()[\]{}|?*+^$]/gu) ?? [];
  const letters = [...new Set(["a", "A", "0", " ", "\t", "-", ".", ...own])].slice(0, 24);
  const pairs = letters.flatMap((one) => letters.slice(0, 6).map((two) => `${one}${two}`));
  return [...letters, ...pairs];
}

const TRY = new Script(`const pattern = new RegExp(source, flags.replace("y", ""));
  const long = text.repeat(length / text.length);
  for (const whole of [long + "\\0", "\\0" + long + "\\u{1F600}"]) whole.replace(pattern, "");`);

/** The first text over which a pattern takes longer than the deadline; null where there is none. */
function slowOver({ source, flags }: Literal): string | null {
  for (const text of textsAgainst({ source }))
    try {
      TRY.runInNewContext({ source, flags, text, length: LENGTH }, { timeout: DEADLINE_MS });
    } catch (error) {
      if (!String(error).includes("timed out")) throw error;
      return text;
    }
  return null;
}

describe("regular expressions", () => {
  const literals = ["app", "components", "db", "lib"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .map((name) => `${folder}/${name}`)
      .filter((path) => /\.tsx?$/.test(path) && !isTest(path) && !/bench\//.test(path))
      .flatMap((path) => literalsIn(path, readFileSync(join(ROOT, path), "utf8"))),
  );

  test("none takes long over a text that was made for it", { timeout: 300_000 }, () => {
    expect(literals.length).toBeGreaterThan(150);
    const slow = literals.flatMap((literal) => {
      const text = slowOver(literal);
      return text === null ? [] : [`${literal.file}: ${literal.source}`];
    });
    // How slow those of short texts are here is a matter of the machine; that they still stand is not.
    expect(slow.filter((pattern) => !(pattern in SHORT_TEXTS))).toEqual([]);
    const all = new Set(literals.map(({ file, source }) => `${file}: ${source}`));
    expect(Object.keys(SHORT_TEXTS).filter((pattern) => !all.has(pattern))).toEqual([]);
    noteProbes(38, literals.length);
  });

  test.each(["(a+)+$", "(a|aa)+$", "^(\\w+\\s?)*$", "a+b?a+$"])("%s would be found out", (source) => {
    expect(slowOver({ file: "", source, flags: "" })).not.toBeNull();
  });

  test.each(["^a+$", "[a-z]{1,64}@[a-z]{1,64}"])("%s is not", (source) => {
    expect(slowOver({ file: "", source, flags: "" })).toBeNull();
  });
});
