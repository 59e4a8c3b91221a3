import { type RefObject, useEffect, useRef, useState } from "react";
import { VIEWS } from "#components/cascade/views/registry.ts";
import type { ViewHandle } from "#components/cascade/views/view-props.ts";
import { ShareGrid } from "./share-grid.tsx";
import type { Explorer } from "./use-explorer.ts";

/** The cascade as the chosen picture, or as rows. */
export function ExplorerView(props: {
  explorer: Explorer;
  zone: string;
  picture: RefObject<ViewHandle | null>;
}) {
  const { explorer, zone, picture } = props;
  const { shares, state, rows, selected, change } = explorer;
  const [hovered, setHovered] = useState<number | null>(null);
  useFit(picture, explorer);
  if (state.view === "table") {
    return (
      <ShareGrid
        shares={shares}
        rows={rows}
        zone={zone}
        selected={selected}
        sort={state.sort}
        order={state.order}
        onSelect={explorer.select}
        onSort={(sort, order) => change({ sort, order })}
      />
    );
  }
  const View = VIEWS[state.view];
  return (
    <View
      ref={picture}
      shares={shares}
      visible={explorer.visible}
      colour={state.colour}
      scale={explorer.scale}
      collapsed={explorer.collapsed}
      selected={selected}
      hovered={hovered}
      compared={explorer.compared}
      found={explorer.found}
      plane={state.plane}
      onPlane={explorer.onPlane}
      opened={explorer.opened}
      onOpen={explorer.open}
      onSelect={explorer.select}
      onHover={setHovered}
      onToggle={explorer.toggle}
    />
  );
}

/** A branch is looked at in its own size; an address that says what is in sight is right already. */
function useFit(picture: RefObject<ViewHandle | null>, { state, branch }: Explorer): void {
  const isPlaced = state.plane !== null || state.opened.length > 0;
  const fitted = useRef<number | null>(null);
  useEffect(() => {
    if (fitted.current === branch) return;
    fitted.current = branch;
    if (!isPlaced) picture.current?.fit();
  }, [picture, branch, isPlaced]);
}
