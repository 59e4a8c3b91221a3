import type { Marks } from "#lib/picture/fold-marks.ts";

const MOST_SLOTS = 8;

/** The colour class that most of a mark's shares have; ties go to the first class. */
export function majoritySlots({ markOf, share, isFold }: Marks, slots: Uint8Array): Uint8Array {
  const counts = new Int32Array(share.length * MOST_SLOTS);
  markOf.forEach((mark, node) => {
    if (mark === -1) return;
    const cell = mark * MOST_SLOTS + (slots[node] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return Uint8Array.from(share, (node, mark) => {
    if (isFold[mark] === 0) return slots[node] ?? 0;
    const own = counts.subarray(mark * MOST_SLOTS, (mark + 1) * MOST_SLOTS);
    return own.indexOf(own.reduce((most, count) => Math.max(most, count), 0));
  });
}
