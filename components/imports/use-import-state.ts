"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { usePolled } from "#components/hooks/use-polled.ts";
import type { ImportState } from "./import-state.ts";

const POLL_MS = 700;

/**
 * How far an import is, asked again and again while the page is visible; once its status differs from the
 * one the page was made for, the page is loaded anew.
 */
export function useImportState(url: string, initial: ImportState): { state: ImportState; offline: boolean } {
  const router = useRouter();
  const { state, isOffline } = usePolled(url, initial, POLL_MS);
  const isOther = state.status !== initial.status;
  useEffect(() => {
    if (isOther) router.refresh();
  }, [isOther, router]);
  return { state, offline: isOffline };
}
