"use client";

import { useEffect, useState } from "react";

/**
 * What an address answers, asked again and again while the page is visible.
 * @param everyMs null: it is not asked any more
 */
export function usePolled<T>(
  url: string,
  initial: T,
  everyMs: number | null,
): { state: T; isOffline: boolean } {
  const [state, setState] = useState(initial);
  const [isOffline, setOffline] = useState(false);
  useEffect(() => {
    if (everyMs === null) return;
    const leaving = new AbortController();
    const ask = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(url, { signal: leaving.signal });
        setOffline(!answer.ok);
        if (answer.ok) setState(await answer.json());
      } catch {
        if (!leaving.signal.aborted) setOffline(true);
      }
    };
    const timer = setInterval(() => void ask(), everyMs);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [url, everyMs]);
  return { state, isOffline };
}
