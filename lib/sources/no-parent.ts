/** What programs write into a field that has nothing; of parents there are more such words. */
export const NOTHING: ReadonlySet<string> = new Set([
  ...["NULL", "null", "\\N", "NA", "N/A", "nan", "NaN", "None", "none", "undefined", "-"],
]);

/** What programs and people write where nobody brought somebody (METRICS §0), in small letters. */
const WORDS: ReadonlySet<string> = new Set([
  ...["null", "nil", "nul", "none", "na", "n/a", "n.a.", "n.a", "nan", "-nan", "nat", "undefined", "undef"],
  // Of spreadsheets and databases: \N as MySQL and PostgreSQL write it, an error value, a missing reference.
  ...["\\n", "\\\\n", "#n/a", "#n/a n/a", "#na", "#null!", "-1.#ind", "1.#qnan", "dbnull"],
  ...["-", "--", "---", "–", "—", "―", "...", "…", "?", "-1"],
  ...["empty", "blank", "not set", "not available", "not applicable", "no parent", "no referrer", "no value"],
  ...["00000000-0000-0000-0000-000000000000", "000000000000000000000000"],
  ...["لا يوجد", "لايوجد", "لا توجد", "لا يوجد اب", "لا احد", "لا شيء", "لا شئ", "غير موجود", "غير متوفر"],
  ...["غير متاح", "غير محدد", "غير معين", "لا ينطبق", "بدون", "بلا", "فارغ", "لم يحدد"],
]);
const LONGEST = 40;

/** What stands around such a word, and nothing else: `(null)`, `<NA>`, `"none"`, `{}`. */
const AROUND = /[()[\]{}<>"'`«»]/g;

const EMPTY: ReadonlySet<string> = new Set(["()", "[]", "{}", "<>"]);

/** `0` as programs write it that keep a column of numbers with gaps as decimals. */
const DECIMAL_ZERO = /^-?0\.0+$/;

/**
 * What a parent states without saying who: null for a word for nothing. "0" is left as it is: it is a parent
 * where a share has that code, and only whoever knows all the shares can tell.
 * @param via trimmed, not empty
 */
export function statedParent(via: string): string | null {
  if (via.startsWith("[{") && via.includes('"id"')) return referenced(via);
  if (via.length > LONGEST) return via;
  if (DECIMAL_ZERO.test(via)) return "0";
  const bare = via.toLowerCase();
  if (WORDS.has(bare)) return null;
  const first = via.charCodeAt(0);
  // Codes begin with a letter or a digit, so most of them are through here.
  if (isPlain(first)) return via;
  const word = bare.replace(AROUND, "").trim().replace(/[أإآ]/g, "ا").replace(/\s+/g, " ");
  // Quotes alone may be a name, as odd ones are; empty brackets are none.
  return WORDS.has(word) || EMPTY.has(bare) ? null : via;
}

/** What X lists under `referenced_tweets`: the first that has an id. */
function referenced(text: string): string {
  const id = /"id"\s?:\s?"?([\w-]{1,40})/.exec(text)?.[1];
  return id ?? text;
}

function isPlain(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}
