/** A guard with a form of its own, and what stands in its place when it is taken out. */
export interface NamedGuard {
  readonly path: string;
  readonly kind: string;
  readonly code: string;
  readonly without: string;
}

/** Names a guard, and what stands in its place. */
export const guard = (path: string, kind: string, code: string, without: string): NamedGuard => ({
  path,
  kind,
  code,
  without,
});
