// Spreadsheets skip leading blanks and read full-width signs as their plain ones.
const SIGN = /[=+\-@＝＋－＠]/;
/** What may stand between the beginning of a cell and its sign: blanks, quotes, apostrophes of this guard. */
const SKIPPED = /['"\s]/;
/** What most texts have none of: a beginning like a formula's, or a second beginning. */
const SUSPECT = {
  comma: /^['\s]*[=+\-@＝＋－＠]|[;\t\r\n]/,
  semicolon: /^['\s]*[=+\-@＝＋－＠]|[,;\t\r\n]/,
} as const;
/** Behind what a cell begins if the file is read with another separator than its own; within quotes its own is none. */
const BEGINNINGS = { comma: /[;\t\r\n]/, semicolon: /[,;\t\r\n]/ } as const;
type Dialect = keyof typeof SUSPECT;

/**
 * Puts an apostrophe before whatever a spreadsheet would take for a formula: at the beginning of a text, and
 * behind each `;`, tab and line end in it, where a cell begins if the file is read with `;` or tabs between
 * its cells; in a file that has semicolons, behind each comma, too.
 */
export function guardFormulas(text: string, dialect: Dialect = "comma"): string {
  return SUSPECT[dialect].test(text) ? cutAtFormulas(text, dialect).join("'") : text;
}

/** Gives back the text that `guardFormulas` was given for the same dialect. */
export function withoutGuards(text: string, dialect: Dialect = "comma"): string {
  if (!text.includes("'") || !SUSPECT[dialect].test(text)) return text;
  return cutAtFormulas(text, dialect)
    .map((piece, i) => (i > 0 && piece.startsWith("'") ? piece.slice(1) : piece))
    .join("");
}

/** Pieces of a text; every one but the first begins where a cell would begin that is a formula. */
function cutAtFormulas(text: string, dialect: Dialect): string[] {
  const pieces: string[] = [];
  let end = text.length;
  // From the end, so that one pass tells of every place what stands behind it.
  let meetsSign = false;
  // The closing quote of a text that ends in a separator would open a cell, of the rest of the line.
  let meetsBlank = true;
  for (let at = text.length - 1; at >= 0; at--) {
    const mark = text.charAt(at);
    const inLineEnd = mark === "\r" && text[at + 1] === "\n";
    if (BEGINNINGS[dialect].test(mark) && !inLineEnd && (meetsSign || meetsBlank)) {
      pieces.push(text.slice(at + 1, end));
      end = at + 1;
    }
    meetsSign = SIGN.test(mark) || (meetsSign && SKIPPED.test(mark));
    meetsBlank = mark === "\t" || (mark === "\r" && !inLineEnd) || (meetsBlank && /['"]/.test(mark));
  }
  if (/^['\s]*[=+\-@＝＋－＠]|^'*[\t\r\n]/.test(text)) {
    pieces.push(text.slice(0, end));
    end = 0;
  }
  pieces.push(text.slice(0, end));
  return pieces.reverse();
}
