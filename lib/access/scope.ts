import type { Permission } from "./permission.ts";

declare const granted: unique symbol;

/**
 * Leave to act in one workspace. Its private symbol cannot be written outside this type, so the only way to
 * hold a Scope is to be given one by `db/scope.ts`; a scope for less does not fit a query that needs more.
 */
export interface Scope<P extends Permission = never> {
  readonly [granted]: { readonly [K in P]: true };
  readonly workspaceId: number;
  readonly workspaceSlug: string;
  /** Zone in which the workspace reads its days and hours. */
  readonly zone: string;
  /** The campaigns that it is for; null: all of the workspace. */
  readonly campaigns: ReadonlySet<number> | null;
  /** Whose actions these are; null for the operator of the machine. */
  readonly userId: number | null;
  readonly permissions: ReadonlySet<Permission>;
}
