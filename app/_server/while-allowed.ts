/** How often those who read or send something long are looked at, milliseconds. */
export const LOOK_MS = 2000;

/** Somebody may no longer have what they are reading, or send what they are sending. */
export class NoLongerAllowedError extends Error {
  // Next ends the connection in silence for errors of this name, and logs all others.
  override readonly name = "AbortError";
}

/**
 * Calls `end` once, at most two seconds after somebody is no longer allowed, whatever else goes on. When that cannot
 * be looked up they are not.
 * @returns ends the watch
 */
export function watchAllowed(isAllowed: () => boolean, end: () => void): () => void {
  const timer = setInterval(() => {
    if (holds(isAllowed)) return;
    clearInterval(timer);
    end();
  }, LOOK_MS);
  return () => clearInterval(timer);
}

/** What `isAllowed` says, false when it fails. */
export function holds(isAllowed: () => boolean): boolean {
  try {
    return isAllowed();
  } catch {
    return false;
  }
}

/**
 * The same body, which fails with `NoLongerAllowedError` at most two seconds after somebody is no longer allowed,
 * so that nobody takes what they have for a whole.
 */
export function whileAllowed(
  body: ReadableStream<Uint8Array>,
  isAllowed: () => boolean,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let stop = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        stop = watchAllowed(isAllowed, () => {
          const error = new NoLongerAllowedError("no longer allowed");
          controller.error(error);
          // Nothing more can be told to whoever reads it.
          reader.cancel(error).catch(() => undefined);
        });
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          stop();
          controller.close();
        } catch (error) {
          stop();
          throw error;
        }
      },
      cancel(reason) {
        stop();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
