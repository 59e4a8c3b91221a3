/** Items in order of their time, whatever the order in which they came. */
export interface TimeQueue<Item> {
  push(item: Item): void;
  /** Takes out the earliest item; undefined when empty. */
  pop(): Item | undefined;
}

/** A binary heap: both operations take O(log n). The order of items of the same time is fixed but arbitrary. */
export function createTimeQueue<Item extends { readonly at: number }>(): TimeQueue<Item> {
  const heap: Item[] = [];

  function push(item: Item): void {
    let hole = heap.length;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || above.at <= item.at) break;
      heap[hole] = above;
      hole = parent;
    }
    heap[hole] = item;
  }

  function pop(): Item | undefined {
    const first = heap[0];
    const last = heap.pop();
    if (last !== undefined && heap.length > 0) sinkFromTop(last);
    return first;
  }

  function sinkFromTop(item: Item): void {
    let hole = 0;
    for (;;) {
      const left = heap[2 * hole + 1];
      if (left === undefined) break;
      const right = heap[2 * hole + 2];
      const [child, earlier] =
        right !== undefined && right.at < left.at ? [2 * hole + 2, right] : [2 * hole + 1, left];
      if (item.at <= earlier.at) break;
      heap[hole] = earlier;
      hole = child;
    }
    heap[hole] = item;
  }

  return { push, pop };
}
