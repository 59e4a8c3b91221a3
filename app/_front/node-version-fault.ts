const OLDEST = [20, 9] as const;

/** One line for the operator when this Node (such as `18.19.1`) is too old to run the app, else null. */
export function nodeVersionFault(version: string): string | null {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return null;
  return `Intishar needs Node.js ${OLDEST.join(".")} or newer; this is ${version}.`;
}
