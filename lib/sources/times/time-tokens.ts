import type { EventFaultReason } from "#lib/domain/event-fault.ts";

const TOKENS = /\d+|[\p{L}\p{M}][\p{L}\p{M}.]*|[^\d\p{L}\p{M}]/gu;

/** Thrown where a text stops being a time. */
export class NoTimeError extends Error {
  constructor(readonly reason: EventFaultReason) {
    super(reason);
  }
}

/** The numbers, words and marks of a text, read one after another. */
export class TimeTokens {
  private readonly tokens: readonly string[];
  private at = 0;

  /** @param text as `latinText` gives it */
  constructor(text: string) {
    this.tokens = text.match(TOKENS) ?? [];
  }

  /** A token without taking it; "" behind the end. */
  peek(ahead = 0): string {
    return this.tokens[this.at + ahead] ?? "";
  }

  /** @throws NoTimeError behind the end */
  take(): string {
    const token = this.peek();
    if (token === "") throw new NoTimeError("not-a-date");
    this.at += 1;
    return token;
  }

  /** @throws NoTimeError when the next token is no number */
  takeNumber(): string {
    if (!isNumber(this.peek())) throw new NoTimeError("not-a-date");
    return this.take();
  }

  skip(count = 1): void {
    this.at += count;
  }

  skipBlanks(): void {
    while (this.peek() === " ") this.at += 1;
  }

  /** Goes behind the next `end`. @throws NoTimeError where there is none */
  skipPast(end: string): void {
    const found = this.tokens.indexOf(end, this.at);
    if (found < 0) throw new NoTimeError("not-a-date");
    this.at = found + 1;
  }

  /** How many tokens are left. */
  get left(): number {
    return this.tokens.length - this.at;
  }
}

export function isNumber(token: string): boolean {
  const code = token.charCodeAt(0);
  return code >= 48 && code <= 57;
}

export function isWord(token: string): boolean {
  return /^\p{L}/u.test(token);
}
