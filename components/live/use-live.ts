"use client";

import { useEffect, useState } from "react";
import type { LiveView } from "#lib/domain/live.ts";

export type Connection = "connected" | "paused" | "reconnecting";

/** The last half hour as the server sends it. The stream is closed while the tab is hidden, and opened again after. */
export function useLive(url: string, initial: LiveView): { view: LiveView; connection: Connection } {
  const [view, setView] = useState(initial);
  const [connection, setConnection] = useState<Connection>("reconnecting");
  useEffect(() => {
    let stream: EventSource | undefined;
    const close = () => {
      stream?.close();
      stream = undefined;
    };
    const follow = () => {
      if (document.hidden) {
        close();
        setConnection("paused");
        return;
      }
      if (stream !== undefined) return;
      stream = new EventSource(url);
      stream.onopen = () => setConnection("connected");
      stream.onerror = () => setConnection("reconnecting");
      stream.onmessage = ({ data }) => setView(JSON.parse(data));
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      close();
    };
  }, [url]);
  return { view, connection };
}
