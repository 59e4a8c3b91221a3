/** Where the script keeps what it must know at the next visit. */
export interface Memory {
  get(name: string): string | null;
  /** @param value null forgets it */
  set(name: string, value: string | null): void;
  /** Names that begin so, in their order. */
  names(beginning: string): string[];
}

/** A store of the browser's, kept by campaign; or the page's own memory where the store is blocked or full. */
export function memoryIn(stem: string, store: () => Storage | null): Memory {
  const own = new Map<string, string>();
  const end = `.${stem}`;
  const attempt = <T>(work: (storage: Storage) => T): T | null => {
    try {
      const storage = store();
      return storage === null ? null : work(storage);
    } catch {
      return null;
    }
  };
  return {
    get: (name) => own.get(name) ?? attempt((storage) => storage.getItem(name + end)),
    set: (name, value) => {
      own.delete(name);
      const isKept = attempt((storage) => {
        if (value === null) storage.removeItem(name + end);
        else storage.setItem(name + end, value);
        return true;
      });
      if (!isKept && value !== null) own.set(name, value);
    },
    names: (beginning) => {
      const kept = attempt((storage) => Object.keys(storage)) ?? [];
      const here = kept.filter((key) => key.endsWith(end)).map((key) => key.slice(0, -end.length));
      return [...here, ...own.keys()].filter((name) => name.startsWith(beginning)).sort();
    },
  };
}

/** A list in a memory; what is there and is no list counts as empty. */
export function readList<T>(memory: Memory, name: string): T[] {
  try {
    const list: unknown = JSON.parse(memory.get(name) ?? "[]");
    return Array.isArray(list) ? list : [];
  } catch {
    return [];
  }
}
