const NAME = "intishar.keys";
const OFF = "off";

/**
 * Whether letters and signs work as keys by themselves. Somebody who speaks their input presses them unawares, so
 * that they can be switched off (WCAG 2.1.4); this browser remembers it.
 */
export const singleKeys = {
  areOn(): boolean {
    try {
      return localStorage.getItem(NAME) !== OFF;
    } catch {
      return true;
    }
  },
  turn(on: boolean): void {
    try {
      if (on) localStorage.removeItem(NAME);
      else localStorage.setItem(NAME, OFF);
    } catch {
      // Where nothing may be remembered, they stay on.
    }
  },
} as const;
