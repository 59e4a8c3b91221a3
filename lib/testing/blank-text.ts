/** A slash after one of these, or after `return`, begins a pattern; after anything else it divides or closes a tag. */
const BEFORE_PATTERN = /(?:^|[(,=:[!&|?;{+]|=>|\breturn)\s*$/;
/** How much of what stands before a slash is looked at. */
const LOOK_BACK = 80;

const COMMENT = /\/\/.*|\/\*[\s\S]*?\*\//y;
// An apostrophe between tags has no partner on its line, and stays.
const STRING = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/y;
const PATTERN = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/[\\\n])+\//y;
const PLAIN = /[^"'`/{}]+|[\s\S]/y;
const TEMPLATE_TEXT = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])+/y;

const blank = (text: string) => text.replace(/[^\n]/g, " ");

/**
 * Code with every comment, string and pattern blanked out, so that the brackets left are those of the language.
 * Lines and columns stay; what a template fills in stays code.
 */
export function blankText(code: string): string {
  let out = "";
  let at = 0;
  /** For each template that is open, how many braces are open in what it fills in; null in its own text. */
  const templates: (number | null)[] = [];
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at;
    const [text = ""] = pattern.exec(code) ?? [];
    at += text.length;
    return text;
  };
  while (at < code.length) {
    const depth = templates.at(-1);
    if (depth === null) {
      out += blank(take(TEMPLATE_TEXT));
      if (code[at] === "`") templates.pop();
      else templates[templates.length - 1] = 0;
      out += code[at] === "`" ? " " : " {";
      at += code[at] === "`" ? 1 : 2;
      continue;
    }
    const isPattern = code[at] === "/" && BEFORE_PATTERN.test(code.slice(Math.max(0, at - LOOK_BACK), at));
    const text = take(COMMENT) || take(STRING) || (isPattern ? take(PATTERN) : "");
    out += blank(text);
    if (text !== "") continue;
    const plain = take(PLAIN);
    if (plain === "`") templates.push(null);
    if (depth !== undefined && plain === "{") templates[templates.length - 1] = depth + 1;
    if (depth !== undefined && plain === "}")
      templates[templates.length - 1] = depth === 0 ? null : depth - 1;
    out += plain === "`" ? " " : plain;
  }
  return out;
}
