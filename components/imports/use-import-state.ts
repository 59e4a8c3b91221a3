"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { ImportState } from "./import-state.ts";

const POLL_MS = 700;

/**
 * How far an import is, asked again and again while the page is visible; once its status differs from the
 * one the page was made for, the page is loaded anew.
 */
export function useImportState(url: string, initial: ImportState): { state: ImportState; offline: boolean } {
  const router = useRouter();
  const [state, setState] = useState(initial);
  const [offline, setOffline] = useState(false);
  const { status } = initial;
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async () => {
      if (document.hidden) return;
      try {
        const answer = await fetch(url, { signal: leaving.signal });
        if (!answer.ok) return setOffline(true);
        const next: ImportState = await answer.json();
        setOffline(false);
        setState(next);
        if (next.status !== status) router.refresh();
      } catch {
        if (!leaving.signal.aborted) setOffline(true);
      }
    };
    const timer = setInterval(() => void ask(), POLL_MS);
    return () => {
      clearInterval(timer);
      leaving.abort();
    };
  }, [url, status, router]);
  return { state, offline };
}
