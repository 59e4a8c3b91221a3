/**
 * Marks that no one sees and no one types: blanks of typesetting, directions of writing, joints of words.
 * Spreadsheets, chats and web pages leave them around and within what is copied out of them.
 */
export const INVISIBLE_MARKS =
  /[\u00a0\u00ad\u061c\u180e\u2007\u200b-\u200f\u202a-\u202f\u2060-\u2064\u2066-\u206f\ufeff]/;
const SPACES = /[\u00a0\u2007\u202f]/g;
/** Joiners mean something in Persian words and in pictures made of several. */
const JOINERS = /[\u200c\u200d]/g;
const NOISE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
const IS_AROUND = /\u200c|\u200d|\s/;
const NOT_LATIN = /[^\p{ASCII}\p{Script=Latin}\u200c\u200d]/u;

/** A text as a person reads it: without invisible marks, its no-break spaces plain ones, trimmed. */
export function withoutMarks(text: string): string {
  const bare = withoutJoinersAround(text.replace(NOISE, "").replace(SPACES, " "));
  return (NOT_LATIN.test(bare) ? bare : bare.replace(JOINERS, "")).trim();
}

function withoutJoinersAround(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && IS_AROUND.test(text.charAt(start))) start += 1;
  while (end > start && IS_AROUND.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
