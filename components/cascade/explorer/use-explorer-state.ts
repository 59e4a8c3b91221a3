import { useCallback, useEffect, useRef, useState } from "react";
import { explorerQuery } from "#lib/explorer/explorer-query.ts";
import type { ExplorerState } from "#lib/explorer/explorer-state.ts";
import { parseExplorerState } from "#lib/explorer/parse-explorer-state.ts";

/** Browsers refuse more than about three changes of address a second. */
const SETTLED = 400;

/** The explorer's state, kept in the address: selection and branch as steps of the history, the rest in place. */
export function useExplorerState(initial: ExplorerState) {
  const [state, setState] = useState(initial);
  const written = useRef(initial);
  useEffect(() => {
    const before = written.current;
    if (explorerQuery(before) === explorerQuery(state)) return;
    const isStep = before.selected !== state.selected || before.branch !== state.branch;
    const write = () => {
      written.current = state;
      const url = `${window.location.pathname}${explorerQuery(state)}`;
      if (isStep) window.history.pushState(null, "", url);
      else window.history.replaceState(null, "", url);
    };
    const timer = setTimeout(write, isStep ? 0 : SETTLED);
    return () => clearTimeout(timer);
  }, [state]);
  useEffect(() => {
    const onBack = () => {
      written.current = parseExplorerState(new URLSearchParams(window.location.search));
      setState(written.current);
    };
    window.addEventListener("popstate", onBack);
    return () => window.removeEventListener("popstate", onBack);
  }, []);
  const change = useCallback((part: Partial<ExplorerState>) => setState((now) => ({ ...now, ...part })), []);
  return { state, setState, change };
}
