import { CODE_LENGTH, codeShape } from "./code-shape.ts";
import { STEM_LENGTH, UNSIGNED_MARK } from "./page-protocol.ts";

const LINK_PATH = "/s/";
const RANDOM = "[0-9A-Za-z_-]{6,40}";
/** A code at the beginning of a text, whatever comes behind it. */
const BEGINNING = new RegExp(
  `^(?:[0-9A-Za-z]{${CODE_LENGTH}}|[0-9A-Za-z]{${STEM_LENGTH}}${UNSIGNED_MARK}${RANDOM})`,
);
const NO_CODE_BEFORE = /^[^0-9A-Za-z]+/;
/** What a chat or an editor puts into a text without showing it: direction marks, joiners, soft hyphens. */
const UNSEEN = /[\p{Cf}\p{Mn}]/gu;
const ESCAPES = /(?:%[0-9A-Fa-f]{2})+/g;
const PARAMETERS_WITHOUT_MARK = /^[?&]./s;

/** Whether a path is that of a link whose code was not touched. */
export function beginsWithCode(path: string): boolean {
  return path.startsWith(LINK_PATH) && BEGINNING.test(path.slice(LINK_PATH.length));
}

/** What somebody may mean who follows a link. */
export interface FollowedCode {
  readonly code: string;
  /** The query that it came with, as it is written; also where it came behind the code without a question mark. */
  readonly incoming: string;
}

/**
 * The codes that a path under `/s/` may mean, the likeliest first and at most a few. Chats and editors put a full stop,
 * a bracket, a quotation mark or a mark that nobody sees behind a link, or the link again; a code has only letters and
 * digits, so what follows it is not of it. Which of them is one is for its signature to say.
 */
export function followedCodes({
  path,
  target,
}: {
  readonly path: string;
  readonly target: string;
}): FollowedCode[] {
  const query = target.slice(path.length + 1);
  const plain = path.slice(LINK_PATH.length);
  if (codeShape(plain) === "signed") return [{ code: plain, incoming: query }];
  const text = decoded(path).replace(UNSEEN, "");
  const starts = new Set([LINK_PATH.length, text.lastIndexOf(LINK_PATH) + LINK_PATH.length]);
  return [...starts].flatMap((start) => codesAt(text.slice(start), query));
}

function codesAt(text: string, query: string): FollowedCode[] {
  const from = text.replace(NO_CODE_BEFORE, "");
  const code = BEGINNING.exec(from)?.[0];
  if (code === undefined) return [];
  const rest = from.slice(code.length);
  const behind = PARAMETERS_WITHOUT_MARK.test(rest) ? [encodeURI(rest.slice(1))] : [];
  const incoming = [...behind, ...(query === "" ? [] : [query])].join("&");
  const bare = withoutMarkdown(code);
  const isOther = bare !== code && BEGINNING.exec(bare)?.[0] === bare;
  return (isOther ? [code, bare] : [code]).map((one) => ({ code: one, incoming }));
}

/** Without what stands for emphasis or a line, and may be of a browser's code, too. */
function withoutMarkdown(code: string): string {
  let end = code.length;
  while (end > 0 && "_-".includes(code.charAt(end - 1))) end -= 1;
  return code.slice(0, end);
}

/** What is no whole letter is none of a code: a chat may have cut it in two. */
function decoded(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(ESCAPES, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return " ";
    }
  });
}
