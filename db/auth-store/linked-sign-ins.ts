import { and, asc, eq } from "drizzle-orm";
import { isInvited, joinByAddress } from "#db/auth-store/invitation.ts";
import { setMembership } from "#db/auth-store/membership.ts";
import { inTransaction } from "#db/in-transaction.ts";
import type { IntisharDatabase } from "#db/open-database.ts";
import { linkedSignIns } from "#db/schema/linked-sign-ins.ts";
import { memberships } from "#db/schema/memberships.ts";
import { users } from "#db/schema/users.ts";
import { workspaces } from "#db/schema/workspaces.ts";

/** Who a provider says that somebody is. */
export interface Vouched {
  /** `google`, `github`, or the issuer of another. */
  readonly provider: string;
  /** The name that the provider never gives to anybody else. */
  readonly subject: string;
  /** As `canonicalEmail` returns it; null for none, and for one that the provider has not verified. */
  readonly email: string | null;
}

/** An account elsewhere, as its owner sees it. Times are Unix milliseconds. */
export interface ListedLink {
  readonly provider: string;
  readonly subject: string;
  readonly email: string;
  readonly linkedAt: number;
  readonly lastUsedAt: number;
}

/** What lets in somebody who has no account yet. */
export interface Newcomers {
  /** Domains of addresses whose people become viewers of the first workspace. */
  readonly domains: readonly string[];
  /** Of a password that nobody knows, as `hashPassword` returns it. */
  readonly passwordHash: string;
}

/** Whose account elsewhere this is; null when it is nobody's as yet. */
export function findLinked(
  db: IntisharDatabase,
  { provider, subject }: Pick<Vouched, "provider" | "subject">,
) {
  const isIt = and(eq(linkedSignIns.provider, provider), eq(linkedSignIns.subject, subject));
  const row = db
    .select({ userId: users.id, email: users.email })
    .from(linkedSignIns)
    .innerJoin(users, eq(users.id, linkedSignIns.userId))
    .where(isIt)
    .get();
  return row ?? null;
}

/**
 * Lets in whom a provider vouches for: who is linked; else who has an account with that verified address and belongs to
 * a workspace or is invited to one, and is linked by that; else who is invited, or whose domain is listed, and gets an
 * account.
 * @returns null for anybody else
 */
export function admitVouched(
  db: IntisharDatabase,
  { provider, subject, email }: Vouched,
  newcomers: Newcomers,
  now: number,
): { userId: number; email: string; isNewLink: boolean } | null {
  return inTransaction(db.$client, () => {
    const linked = findLinked(db, { provider, subject });
    if (linked !== null) {
      const isIt = and(eq(linkedSignIns.provider, provider), eq(linkedSignIns.subject, subject));
      db.update(linkedSignIns).set({ lastUsedAt: now }).where(isIt).run();
      return { ...linked, isNewLink: false };
    }
    const userId = email === null ? null : (memberOf(db, email, now) ?? newcomer(db, email, newcomers, now));
    if (email === null || userId === null) return null;
    const row = { provider, subject, userId, email, linkedAt: now, lastUsedAt: now };
    db.insert(linkedSignIns).values(row).run();
    return { userId, email, isNewLink: true };
  });
}

/** A person's accounts elsewhere, the oldest first. */
export function listLinks(db: IntisharDatabase, userId: number): ListedLink[] {
  const { provider, subject, email, linkedAt, lastUsedAt } = linkedSignIns;
  return db
    .select({ provider, subject, email, linkedAt, lastUsedAt })
    .from(linkedSignIns)
    .where(eq(linkedSignIns.userId, userId))
    .orderBy(asc(linkedAt))
    .all();
}

/** Forgets one of a person's accounts elsewhere. @returns false when it is not theirs */
export function unlink(
  db: IntisharDatabase,
  userId: number,
  { provider, subject }: Pick<Vouched, "provider" | "subject">,
): boolean {
  const isIt = and(
    eq(linkedSignIns.provider, provider),
    eq(linkedSignIns.subject, subject),
    eq(linkedSignIns.userId, userId),
  );
  return db.delete(linkedSignIns).where(isIt).run().changes === 1;
}

/** The account of this address that belongs to a workspace, or is invited to one and joins it by that. */
function memberOf(db: IntisharDatabase, email: string, now: number): number | null {
  const user = db.select({ id: users.id }).from(users).where(eq(users.email, email)).get();
  if (user === undefined) return null;
  joinByAddress(db, { userId: user.id, email, now });
  const isIt = eq(memberships.userId, user.id);
  const member = db.select({ role: memberships.role }).from(memberships).where(isIt).get();
  return member === undefined ? null : user.id;
}

function newcomer(db: IntisharDatabase, email: string, newcomers: Newcomers, now: number): number | null {
  // Somebody who was removed from every workspace does not come back by the domain.
  if (db.select({ id: users.id }).from(users).where(eq(users.email, email)).get() !== undefined) return null;
  const isListed = newcomers.domains.includes(email.slice(email.lastIndexOf("@") + 1));
  const first = isListed ? firstWorkspace(db) : null;
  const isWelcome = isInvited(db, email, now);
  if (!isWelcome && first === null) return null;
  const { passwordHash } = newcomers;
  const { userId } = db
    .insert(users)
    .values({ email, passwordHash, createdAt: now })
    .returning({ userId: users.id })
    .get();
  if (isWelcome) joinByAddress(db, { userId, email, now });
  else if (first !== null)
    setMembership(db, { workspaceId: first, userId }, { role: "viewer", campaigns: [], joinedAt: now });
  return userId;
}

function firstWorkspace(db: IntisharDatabase): number | null {
  const row = db.select({ id: workspaces.id }).from(workspaces).orderBy(asc(workspaces.id)).limit(1).get();
  return row?.id ?? null;
}
