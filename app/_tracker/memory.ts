/** Where the script keeps what it must know at the next visit. */
export interface Memory {
  get(name: string): string | null;
  set(name: string, value: string): void;
}

/** A store of the browser's, kept by campaign; or the page's own memory where the store is blocked or full. */
export function memoryIn(stem: string, store: () => Storage | null): Memory {
  const own = new Map<string, string>();
  const attempt = <T>(work: (storage: Storage) => T): T | null => {
    try {
      const storage = store();
      return storage === null ? null : work(storage);
    } catch {
      return null;
    }
  };
  return {
    get: (name) => own.get(name) ?? attempt((storage) => storage.getItem(`${name}.${stem}`)),
    set: (name, value) => {
      const isKept = attempt((storage) => {
        storage.setItem(`${name}.${stem}`, value);
        return true;
      });
      if (isKept) own.delete(name);
      else own.set(name, value);
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
