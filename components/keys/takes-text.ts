/** Whether a key pressed on an element is that element's own: text, a choice of a list, or arrows between radio buttons. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]")
  );
}
