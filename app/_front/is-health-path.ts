const HEALTH_PATHS = new Set(["/healthz", "/readyz"]);

/** Whether the front itself answers this path, for container and load-balancer probes. */
export function isHealthPath(path: string): boolean {
  return HEALTH_PATHS.has(path);
}
