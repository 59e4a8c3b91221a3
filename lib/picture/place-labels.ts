/** Where a label would stand, pixels. */
export interface LabelBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const CELL = 32;

/**
 * Which labels can be drawn without one covering another: each in turn, where those before it leave room.
 * @param boxes the most important first
 * @returns indexes into `boxes`, in their order; at most `most`
 */
export function placeLabels(boxes: readonly LabelBox[], most: number): number[] {
  const cells = new Map<string, LabelBox[]>();
  const placed: number[] = [];
  for (const [index, box] of boxes.entries()) {
    if (placed.length >= most) break;
    const keys = cellsOf(box);
    if (keys.some((key) => cells.get(key)?.some((other) => overlap(box, other)))) continue;
    placed.push(index);
    for (const key of keys) cells.set(key, [...(cells.get(key) ?? []), box]);
  }
  return placed;
}

function overlap(a: LabelBox, b: LabelBox): boolean {
  return (
    a.left < b.left + b.width &&
    b.left < a.left + a.width &&
    a.top < b.top + b.height &&
    b.top < a.top + a.height
  );
}

function cellsOf({ left, top, width, height }: LabelBox): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(left / CELL); x * CELL < left + width; x++)
    for (let y = Math.floor(top / CELL); y * CELL < top + height; y++) keys.push(`${x},${y}`);
  return keys;
}
