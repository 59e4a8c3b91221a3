/** Calls when the browser's cache brings the page back as it was left, without running it anew. */
export function onReturn(work: () => void): void {
  addEventListener("pageshow", ({ persisted }) => persisted && work());
}
