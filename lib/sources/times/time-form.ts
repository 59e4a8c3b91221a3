import type { DateOrder } from "./written-time.ts";

/** The first day of a spreadsheet's count; files of old Macs count from 1904, four years and a day later. */
export const SERIAL_STARTS = [1900, 1904] as const;
export type SerialStart = (typeof SERIAL_STARTS)[number];

/** How a column writes its times, decided over all of its values; plain JSON. */
export interface TimeForm {
  /** Order of dates in numbers alone whose year does not stand first; null where there are none. */
  readonly dateOrder: DateOrder | null;
  /** Where the count of days begins, in a column of a spreadsheet's numbers; null where dates are written out. */
  readonly serials: SerialStart | null;
  /** Whether clocks run to twelve, so that one without "am" or "pm" says too little. */
  readonly twelveHours: boolean;
  /** Whether all times lie whole days apart: the log has no hours. */
  readonly wholeDays: boolean;
}

/** Of one time without a column: nothing is taken that could mean two things. */
export const LONE_TIME: TimeForm = { dateOrder: null, serials: null, twelveHours: false, wholeDays: false };

/** What a person may say of a column of times beforehand. */
export interface TimeChoices {
  readonly dateOrder?: DateOrder;
  readonly serials?: SerialStart;
}
