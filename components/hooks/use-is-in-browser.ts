import { useSyncExternalStore } from "react";

/** False while the server draws the page and while the browser takes that over; true from then on. */
export function useIsInBrowser(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
