import { useEffect, useState } from "react";

export const SPEEDS = [1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];
const STEP_TIME = 200;

/** Calls `onStep` again and again while it plays; stops when that answers false. */
export function usePlayer(onStep: () => boolean) {
  const [isPlaying, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>(1);
  useEffect(() => {
    if (!isPlaying) return;
    const timer = setTimeout(() => setPlaying(onStep()), STEP_TIME / speed);
    return () => clearTimeout(timer);
  });
  return { isPlaying, setPlaying, speed, setSpeed };
}
