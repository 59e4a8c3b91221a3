/** A report link as its list shows it. */
export interface ListedReport {
  readonly id: number;
  readonly name: string;
  /** Whether its people bear made-up names. */
  readonly aliases: boolean;
  /** E-mail of whoever made it; null when that account is gone. */
  readonly owner: string | null;
  readonly status: "live" | "expired" | "revoked";
  readonly hasPassword: boolean;
  readonly createdAt: number;
  readonly expiresAt: number | null;
  readonly opens: number;
  readonly lastOpenedAt: number | null;
}
