import { dayOfClock } from "#lib/time/days.ts";
import { DATE_ORDERS, type DateOrder, midnightIn, type WrittenDay } from "./written-time.ts";

/** A value of a column and the row it stands in, counted from 1. */
export interface Example {
  readonly row: number;
  readonly text: string;
}

/** What a value means in an order: a day, YYYY-MM-DD. */
export interface DateReading extends Example {
  readonly order: DateOrder;
  readonly day: string;
}

type NumberedDay = Extract<WrittenDay, { readonly orders: unknown }>;

interface Tally {
  readonly orders: readonly DateOrder[];
  /** Whether its days differ by order. */
  readonly isOpen: boolean;
  count: number;
  first: { readonly example: Example; readonly day: NumberedDay };
}

/** One row in twenty may contradict the others before a column is called undecided. */
const CONTRADICTIONS = 1 / 20;

/** Counts in which orders the dates of a column can be read that are written in numbers alone. */
export class DateOrders {
  private readonly tallies = new Map<string, Tally>();

  add(day: NumberedDay, example: Example): void {
    const { orders, numbers } = day;
    const [one, ...others] = orders.map((order) => midnightIn(numbers, order));
    // 03/03/2026 is one day however it is read.
    const isOpen = others.some((midnight) => midnight !== one);
    const key = `${orders} ${isOpen}`;
    const tally = this.tallies.get(key);
    if (tally === undefined) this.tallies.set(key, { orders, isOpen, count: 1, first: { example, day } });
    else {
      tally.count += 1;
      if (example.row < tally.first.example.row) tally.first = { example, day };
    }
  }

  /**
   * The order that the column proves, each other one failing at rows that this one reads; null where there are no such
   * dates; else what the orders that are left make of an example.
   */
  find(): DateOrder | null | readonly DateReading[] {
    const used = DATE_ORDERS.filter((order) => this.count((tally) => tally.orders.includes(order)) > 0);
    if (used.length === 0) return null;
    const proven = used.find((order) => used.every((other) => other === order || this.beats(order, other)));
    if (proven !== undefined) return proven;
    const left = used.filter((order) => !used.some((other) => other !== order && this.refutes(other, order)));
    return left.map((order) => this.readingIn(order, left));
  }

  private beats(order: DateOrder, other: DateOrder): boolean {
    if (this.refutes(order, other)) return true;
    const isEqual = this.lead(order, other) === 0 && this.lead(other, order) === 0;
    return isEqual && this.count(({ isOpen }) => isOpen) === 0;
  }

  private refutes(order: DateOrder, other: DateOrder): boolean {
    const lead = this.lead(order, other);
    return lead > 0 && this.lead(other, order) <= lead * CONTRADICTIONS;
  }

  /** Rows that one order reads and another does not. */
  private lead(order: DateOrder, other: DateOrder): number {
    return this.count(({ orders }) => orders.includes(order) && !orders.includes(other));
  }

  private count(counts: (tally: Tally) => boolean): number {
    let sum = 0;
    for (const tally of this.tallies.values()) if (counts(tally)) sum += tally.count;
    return sum;
  }

  /** Of rows that only one order reads, one of its own; else the first that all read. */
  private readingIn(order: DateOrder, left: readonly DateOrder[]): DateReading {
    const readers = [...this.tallies.values()].filter(({ orders }) => orders.includes(order));
    const strength = ({ orders }: Tally) => orders.filter((one) => left.includes(one)).length;
    const [best] = readers.sort(
      (a, b) =>
        strength(a) - strength(b) ||
        Number(b.isOpen) - Number(a.isOpen) ||
        a.first.example.row - b.first.example.row,
    );
    if (best === undefined) throw new Error(`no date reads as ${order}`);
    const { example, day } = best.first;
    return { order, ...example, day: dayOfClock(midnightIn(day.numbers, order)) };
  }
}
