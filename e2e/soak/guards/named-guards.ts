import { guard, type NamedGuard } from "./named-guard.ts";

const SCOPE = "db/scope.ts";
const SESSION = "db/auth-store/find-session.ts";
const REPORT = "db/auth-store/find-live-report.ts";
const UNLOCK = "db/auth-store/is-unlocked.ts";
const COLLECTION = "db/auth-store/find-collection.ts";
const STILL = "app/_server/is-still-allowed.ts";
const KEY = "app/_front/collector/open-key.ts";
const REFUSE = "app/_front/refuse-request.ts";
const REDIRECT = "app/_front/collector/answer-redirect.ts";

export const NAMED_GUARDS: readonly NamedGuard[] = [
  guard(
    SCOPE,
    "role",
    "row === undefined || !ROLE_PERMISSIONS[row.role].includes(permission)",
    "row === undefined",
  ),
  guard(
    SCOPE,
    "role",
    "issue(db, { ...row, campaigns }, userId, ROLE_PERMISSIONS[row.role])",
    "issue(db, { ...row, campaigns }, userId, PERMISSIONS)",
  ),
  guard(
    SCOPE,
    "member",
    "and(eq(workspaces.slug, workspaceSlug), eq(memberships.userId, userId))",
    "eq(workspaces.slug, workspaceSlug)",
  ),
  guard(SCOPE, "member", "eq(memberships.workspaceId, workspaces.id)", "eq(memberships.userId, userId)"),
  guard(SCOPE, "report's password", "!isUnlocked(link, holder)", "false"),
  guard(SCOPE, "sealed scope", "databaseOf(scope);", ""),
  guard(SCOPE, "sealed scope", 'permissions.includes("campaigns.read")', "true"),
  guard(SCOPE, "sealed scope", ' || !permissions.includes("reports.read")', ""),
  guard(SESSION, "session's end", "gt(sessions.expiresAt, now),", ""),
  guard(SESSION, "session's idle end", "gt(sessions.lastSeenAt, now - IDLE_SECONDS * 1000),", ""),
  guard(SESSION, "session's id", "eq(sessions.idHash, idHash),", ""),
  guard(REPORT, "report revoked", " || row.revokedAt !== null", ""),
  guard(REPORT, "report's end", "row.expiresAt !== null && row.expiresAt <= now", "false"),
  guard(REPORT, "report's token", ".where(eq(reportLinks.tokenHash, hashToken(token)))", ""),
  guard(UNLOCK, "unlock's end", "if (until <= proof.now) return false;", ""),
  guard(UNLOCK, "unlock's signature", "timingSafeEqual(given, right)", "true"),
  guard(COLLECTION, "key revoked", ", isNull(serverKeys.revokedAt)", ""),
  guard(
    COLLECTION,
    "exchanged key's end",
    "or(isNull(retiredKeys.endsAt), gt(retiredKeys.endsAt, now)),",
    "",
  ),
  guard(COLLECTION, "kind of key", 'eq(retiredKeys.kind, isStem ? "stem" : "public"),', ""),
  guard(
    STILL,
    "stream: session",
    "if (session === null) return false;",
    "if (session === null) return true;",
  ),
  guard(STILL, "stream: workspace", "=== scope.workspaceId", "> 0"),
  guard(STILL, "stream: role", "scope.workspaceSlug, permission)", 'scope.workspaceSlug, "campaigns.read")'),
  guard(
    "app/_server/member-access.ts",
    "stream",
    "isStillAllowed(currentDatabase(), sessionId, scope, permission)",
    "[sessionId, isStillAllowed, currentDatabase, scope, permission].length > 0",
  ),
  guard(
    "app/_server/session.ts",
    "signed in",
    "if (user === null) redirect(",
    'if (user === null) return { id: 1, email: "", sessionId: "" };\n  if (path === "") redirect(',
  ),
  guard("db/auth-store/end-listed-session.ts", "own session", ", eq(sessions.userId, userId)", ""),
  guard("db/auth-store/complete-set-up.ts", "set-up token", "!hasSetUpToken(tx, setUp.token)", "false"),
  guard(
    "db/queries/segments/delete-segment.ts",
    "own filters",
    "eq(segments.userId, scope.userId)",
    "eq(segments.id, segmentId)",
  ),
  guard("db/queries/segments/list-segments.ts", "own filters", "or(isNull(segments.userId), mine),", ""),
  guard(
    "db/grant-window.ts",
    "report's sections",
    "section !== null && !report.sections.includes(section)",
    "false",
  ),
  guard(
    "db/inputs/inputs-reader.ts",
    "report's campaign",
    '"report" in scope && scope.report.campaignId !== campaignId',
    "false",
  ),
  guard(
    "db/inputs/inputs-reader.ts",
    "report's campaign",
    'if ("report" in scope) throw new NotFoundError("campaign");\n  return scope;',
    "return scope as never;",
  ),
  guard("app/r/_server/report-table.ts", "report's files", "!report.csv || ", ""),
  guard("app/r/_server/report-table.ts", "report's sections", "!report.sections.includes(section) || ", ""),
  guard(
    "app/r/[token]/report-view.tsx",
    "report's sections",
    "scope.report.sections.includes(section)",
    "section !== undefined",
  ),
  guard("app/r/_server/read-card.ts", "report's card", " || !link.previewCard", ""),
  guard(
    "app/r/_server/unlock-report.ts",
    "report's password",
    "!(await verifyPassword(password, link.passwordHash))",
    "false",
  ),
  guard(
    "app/_answers/answer-job.ts",
    "report's questions",
    'if ("report" in scope) {',
    'if ("report" in scope && asked.kind === "report") {',
  ),
  guard(
    KEY,
    "key's site",
    "origin === undefined || !scope.collection.origins.includes(origin)",
    "origin === undefined",
  ),
  guard(KEY, "blocked", "!collection.isPaused && !isUnwanted", "!collection.isPaused"),
  guard(KEY, "paused", "!collection.isPaused && !isUnwanted", "!isUnwanted"),
  guard(REDIRECT, "paused link", "if (found.isPaused) {", 'if (found.isPaused && found.targetUrl === "") {'),
  guard(
    REDIRECT,
    "blocked or paused visit",
    'isBlocked(collection, address) ? "blocked" : collection.isPaused ? "paused" : null',
    "null",
  ),
  guard(
    "app/_front/collector/answer-metrics.ts",
    "metrics' token",
    "!mayRead(context.metricsToken, request)",
    "false",
  ),
  guard(REFUSE, "host", "site.hosts.has(host.toLowerCase())", "true"),
  guard(
    REFUSE,
    "other site",
    "if (origins.some((origin) => !site.origins.has(origin))) return { status: 403 };",
    "",
  ),
  guard(REFUSE, "other site", 'if (sites.includes("cross-site")) return { status: 403 };', ""),
  guard(REFUSE, "neighbour's site", "origins.length === 0 && isForeign ? { status: 403 } : null", "null"),
  guard(REFUSE, "callback", "refuseCallback(head, site) ?? ", ""),
  guard(
    "app/_front/own-cookies.ts",
    "callback in a cookie",
    "isOwnUrl(decodeURIComponent(pair.slice(at + 1).trim()), site)",
    "true",
  ),
];
