"use client";

import { useSyncExternalStore } from "react";

const subscribe = () => () => undefined;

/** False until the page's scripts run. A form that needs them must not be sent before. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
