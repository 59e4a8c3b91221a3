import { blankText } from "./blank-text.ts";

/** A function, component, method or arrow function, from its name or parameters to its end. */
export interface MeasuredFunction {
  /** Counted from 1. */
  readonly line: number;
  readonly lines: number;
}

/** Code without comments and texts, and for each of its brackets the place of the other of the pair. */
interface Brackets {
  readonly code: string;
  readonly pairs: ReadonlyMap<number, number>;
}

const NAMED = /\bfunction\b\s*\*?\s*[\w$]*\s*/g;
// In formatted code a method begins its line, and no call that does goes on with a brace.
const METHOD = /^[ \t]*(?:(?:async|static|get|set|override|private|public|protected)\s+|\*\s*)*#?[\w$]+/gm;
const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** @throws when a bracket has no partner: what follows would be measured wrongly */
function matchBrackets(code: string): Brackets {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: char, index } of code.matchAll(/[()[\]{}]/g)) {
    if (CLOSERS[char] !== undefined) {
      open.push(index);
      continue;
    }
    const opener = open.pop() ?? -1;
    if (CLOSERS[code.charAt(opener)] !== char) throw new Error(`${char} closes nothing`);
    pairs.set(opener, index).set(index, opener);
  }
  if (open.length > 0) throw new Error(`${code.charAt(open[0] ?? 0)} is never closed`);
  return { code, pairs };
}

/** Where what stands in `<…>` at a place ends; that place when nothing does. */
function afterTypeParameters({ code }: Brackets, start: number): number {
  let depth = 0;
  for (let at = start; code[start] === "<" && at < code.length; at++) {
    if (code[at] === "<") depth++;
    if (code[at] === ">" && code[at - 1] !== "=" && --depth === 0) return at + 1;
  }
  return start;
}

/** The end of the body behind parameters that close at a place, and behind the type of what is returned. */
function endOfBody({ code, pairs }: Brackets, close: number): number | undefined {
  let angles = 0;
  for (let at = close + 1; at < code.length; at++) {
    const char = code.charAt(at);
    const end = pairs.get(at) ?? at;
    if (char === "<") angles++;
    else if (char === ">" && code[at - 1] !== "=") angles--;
    else if (angles === 0 && /[;,)\]}]/.test(char)) return undefined;
    // A brace that a type goes on after is part of the type.
    if (char === "{" && angles === 0 && !/^\s*(?:[{|&[]|=>)/.test(code.slice(end + 1, end + 200))) return end;
    at = end;
  }
  return undefined;
}

/** The last place of the block or expression behind a `=>`. */
function endOfArrow({ code, pairs }: Brackets, arrow: number): number {
  let at = arrow + 2;
  while (at < code.length && !/[;,)\]}]/.test(code.charAt(at))) at = (pairs.get(at) ?? at) + 1;
  return arrow + 1 + code.slice(arrow + 2, at).trimEnd().length;
}

/** Where the parameters before a `=>` begin; a type may stand between. */
function startOfArrow({ code, pairs }: Brackets, arrow: number): number {
  for (let at = arrow - 1; at >= 0 && !/[;({[]/.test(code.charAt(at)); at--) {
    const start = pairs.get(at) ?? at;
    if (code[at] === ")" && /^\)\s*(?::|=>)/.test(code.slice(at, arrow + 2))) return start;
    at = start;
  }
  return arrow;
}

/** Every function in a file's text, arrows first. @throws when its brackets do not match */
export function functionLengths(text: string): MeasuredFunction[] {
  const brackets = matchBrackets(blankText(text));
  const { code, pairs } = brackets;
  const spans = [...code.matchAll(/=>/g)].map(({ index }) => ({
    start: startOfArrow(brackets, index),
    end: endOfArrow(brackets, index),
  }));
  for (const { 0: head, index } of [...code.matchAll(NAMED), ...code.matchAll(METHOD)]) {
    const open = afterTypeParameters(brackets, index + head.length);
    const end = code[open] === "(" ? endOfBody(brackets, pairs.get(open) ?? open) : undefined;
    if (end !== undefined) spans.push({ start: index + head.search(/\S/), end });
  }
  return spans.map(({ start, end }) => ({
    line: code.slice(0, start).split("\n").length,
    lines: code.slice(start, end).split("\n").length,
  }));
}
