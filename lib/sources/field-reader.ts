import { canonicalChannel } from "#lib/domain/canonical-channel.ts";
import { ATTRIBUTES, type CampaignEvent } from "#lib/domain/event.ts";
import type { EventFaultReason } from "#lib/domain/event-fault.ts";
import type { EventField } from "./column-mapping.ts";
import { isNaming } from "./digits-survey.ts";
import { INVISIBLE_MARKS, withoutMarks } from "./invisible-marks.ts";
import { NOTHING, statedParent } from "./no-parent.ts";
import { currencyOf } from "./numbers/currency-signs.ts";
import { readAmount } from "./numbers/decimal-survey.ts";
import type { ParentResolver } from "./parent-resolver.ts";
import { parseTime } from "./parse-time.ts";
import { type ColumnForms, type NumberField, PLAIN_FORMS } from "./reading.ts";
import { isShortForm } from "./short-form.ts";

const TEXT_MAX = 200;
/** Of an id that we made of a person, a code and more. */
const ID_MAX = 1000;
// Control characters hide in terminals and spreadsheets; a replacement character is a byte that was no UTF-8,
// and half a surrogate pair cannot be stored as such.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\u0000-\u001f\u007f\ufffd]|\p{Cs}/u;
const SUSPECT = new RegExp(`${UNFIT.source}|${INVISIBLE_MARKS.source}`, "u");

/** The most that one conversion may be worth: a million dollars in rials. Sums are held as millionths, in 64 bits. */
const WORTH_MAX = 1e12;

const FLAGS = ["1", "0", "true", "false", "yes", "no"] as const;

/** What the fields of a row alone do not say. */
export interface ReadingContext {
  /** Zone of times that state none; null refuses them. */
  readonly zone: string | null;
  /** Currency in which the campaign counts; null takes any. */
  readonly currency: string | null;
  /** UTC milliseconds. */
  readonly now: number;
  /** How the file writes its columns; left out where there is no file, and every value is written as documented. */
  readonly forms?: ColumnForms;
  /** Finds whom parents mean; left out where they are codes of shares as they stand. */
  readonly parents?: ParentResolver;
  /** Counts up the texts from which invisible marks were taken. */
  readonly tally?: { marked: number };
}

/** Thrown by a reader at the first field at fault; `eventFromFields` turns it into a value. */
export class FieldFaultError extends Error {
  constructor(
    readonly field: EventField,
    readonly reason: EventFaultReason,
  ) {
    super(`${field}: ${reason}`);
  }
}

/** Reads the fields of one row. `raw` gives a field as text, "" where the row has none. */
export class FieldReader {
  constructor(
    private readonly raw: (field: EventField) => string,
    private readonly context: ReadingContext,
  ) {}

  text(field: EventField): string | null {
    let value = this.raw(field).trim();
    // One look for both: most texts hold neither.
    const suspect = SUSPECT.test(value);
    if (suspect) value = this.unmark(value);
    if (value === "") return null;
    if (value.length > (field === "id" ? ID_MAX : TEXT_MAX)) throw new FieldFaultError(field, "too-long");
    if (suspect && UNFIT.test(value))
      throw new FieldFaultError(field, /\ufffd|\p{Cs}/u.test(value) ? "invalid-utf8" : "control-character");
    if (!isNaming(field)) return value;
    if (isShortForm(value) && !this.isOurs()) throw new FieldFaultError(field, "digits-lost");
    return this.context.forms?.measured.includes(field) ? value.replace(/\.0$/, "") : value;
  }

  private unmark(text: string): string {
    const bare = withoutMarks(text);
    if (this.context.tally !== undefined && bare !== text) this.context.tally.marked += 1;
    return bare;
  }

  /**
   * Code of the share that brought somebody; null where the field says in any way that none did.
   * @param own code of the share at hand: one that names itself states no parent
   * @param person whose row it is
   * @param at when it happened, UTC milliseconds
   */
  parent(own: string | null, person: string, at: number): string | null {
    const via = this.text("via");
    if (via === null || via === own) return null;
    // What we wrote ourselves leaves a parent empty where there is none; other names come back as they were.
    const stated = this.isOurs() ? (NOTHING.has(via) ? null : via) : statedParent(via);
    const { parents } = this.context;
    if (stated === null || parents === undefined) return stated;
    const found = parents.resolve(stated, person, at);
    return found === own ? null : found;
  }

  /** Whether the row was written by us, by a field that only files of ours fill. */
  private isOurs(): boolean {
    return this.raw("verified") !== "";
  }

  required(field: EventField): string {
    const value = this.text(field);
    if (value === null) throw new FieldFaultError(field, "missing");
    return value;
  }

  choice<T extends string>(field: EventField, choices: readonly T[]): T | null {
    const value = this.text(field)?.toLowerCase();
    if (value === undefined) return null;
    const found = choices.find((candidate) => candidate === value);
    if (found === undefined) throw new FieldFaultError(field, "unknown-choice");
    return found;
  }

  /** Yes or no; null where the field is empty. */
  flag(field: EventField): boolean | null {
    const value = this.choice(field, FLAGS);
    return value === null ? null : value === "1" || value === "true" || value === "yes";
  }

  instant(): number {
    const text = this.required("occurredAt");
    if (NOTHING.has(text)) throw new FieldFaultError("occurredAt", "missing");
    const at = parseTime(text, this.context, this.raw("clock").trim());
    if (typeof at !== "number") throw new FieldFaultError("occurredAt", at);
    return at;
  }

  /**
   * Id of an event: what the row names it, which in a file of numbered rows says nothing outside of that file.
   * @param content what tells the event from others where the row does not name it
   */
  id(content: string): string {
    const id = this.text("id");
    if (id === null) return content;
    return this.context.forms?.idScope === "file" ? `${id}:${content}` : id;
  }

  channel(): string {
    return canonicalChannel(this.text("channel") ?? "");
  }

  number(field: NumberField): number | null {
    const amount = this.amount(field);
    if (amount === null) return null;
    if (amount.currency !== "") throw new FieldFaultError(field, "not-a-number");
    return amount.value;
  }

  /** Value and currency of a conversion; the campaign's currency where the row names none. */
  worth(): Pick<CampaignEvent, "value" | "currency"> {
    const amount = this.amount("value");
    const currency = this.currency();
    if (amount === null) {
      if (currency !== null) throw new FieldFaultError("currency", "currency-without-value");
      return { value: null, currency };
    }
    const { value } = amount;
    if (value < 0) throw new FieldFaultError("value", "negative");
    if (value > WORTH_MAX) throw new FieldFaultError("value", "out-of-range");
    const counted = this.context.currency;
    const beside = amount.currency === "" ? null : currencyOf(amount.currency, currency ?? counted);
    if (amount.currency !== "" && beside === null) throw new FieldFaultError("value", "not-a-number");
    const named = currency ?? beside;
    // Sums of different currencies would mean nothing.
    if (named !== null && counted !== null && named !== counted)
      throw new FieldFaultError("currency", "wrong-currency");
    if (beside !== null && named !== beside) throw new FieldFaultError("currency", "wrong-currency");
    return { value, currency: named ?? counted };
  }

  private currency(): string | null {
    const text = this.text("currency");
    if (text === null || NOTHING.has(text)) return null;
    const currency = currencyOf(text, this.context.currency);
    if (currency === null) throw new FieldFaultError("currency", "unknown-choice");
    return currency;
  }

  private amount(field: NumberField): { readonly value: number; readonly currency: string } | null {
    const text = this.text(field);
    if (text === null || NOTHING.has(text)) return null;
    const { decimals } = this.context.forms ?? PLAIN_FORMS;
    const amount = readAmount(text, decimals[field]);
    if (typeof amount === "string") throw new FieldFaultError(field, amount);
    return amount;
  }

  attributes(): CampaignEvent["attributes"] {
    let found: Record<string, string> | undefined;
    for (const name of ATTRIBUTES) {
      const value = this.text(name);
      if (value !== null) found = { ...found, [name]: value };
    }
    return found ?? null;
  }
}
