import { z } from "zod";
import { ROLES, type Role } from "./permission.ts";

/** Campaigns that a client may be given; more is a viewer. */
const MOST_CAMPAIGNS = 100;

/** What somebody is to be in a workspace. A client sees the campaigns named, and needs one at least. */
export const MembershipInput = z
  .object({
    role: z.enum(ROLES),
    campaigns: z.array(z.int().positive()).max(MOST_CAMPAIGNS),
  })
  .refine(({ role, campaigns }) => role !== "client" || campaigns.length > 0, {
    path: ["campaigns"],
    error: "needed",
  })
  .transform(({ role, campaigns }) => ({ role, campaigns: role === "client" ? campaigns : [] }));
export type MembershipInput = z.output<typeof MembershipInput>;

/** Somebody who belongs to a workspace. Times are Unix milliseconds. */
export interface Member {
  readonly userId: number;
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  /** What a client sees, by name; empty for other roles. */
  readonly campaigns: readonly { readonly id: number; readonly name: string }[];
  readonly joinedAt: number | null;
  readonly openedAt: number | null;
}

/** A link by which somebody may join. Times are Unix milliseconds. */
export interface Invitation {
  readonly id: number;
  readonly email: string | null;
  readonly role: Role;
  readonly campaigns: readonly { readonly id: number; readonly name: string }[];
  readonly invitedBy: string | null;
  readonly createdAt: number;
  readonly expiresAt: number;
}
