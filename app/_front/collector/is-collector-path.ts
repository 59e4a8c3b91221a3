const PATHS = new Set(["/api/v1/events", "/api/v1/codes", "/intishar.js", "/metrics"]);

/** Whether the collector answers a path: the campaigns' sites and their visitors ask here, not the team. */
export function isCollectorPath(path: string): boolean {
  return path.startsWith("/s/") || PATHS.has(path);
}
