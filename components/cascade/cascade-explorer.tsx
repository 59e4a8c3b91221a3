"use client";

import { useId, useState } from "react";
import { useTranslate } from "#components/i18n/translate-provider.tsx";
import { Card } from "#components/ui/card.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import { timeToHalf } from "#lib/cascade/time-to-half.ts";
import { CascadePicture } from "./cascade-picture.tsx";
import { Choice } from "./choice.tsx";
import { ShareTable } from "./share-table.tsx";

/** Below this part of the whole life, half of the cascade is too crowded for a linear axis. */
const CROWDED = 0.1;

/** One cascade to walk through, as a picture or as its rows; what is held in one is held in the other. */
export function CascadeExplorer({ shares, zone }: { shares: CascadeShares; zone: string }) {
  const t = useTranslate();
  const panel = useId();
  const [view, setView] = useState<"picture" | "table">("picture");
  const [timeScale, setTimeScale] = useState(() => fittingScale(shares));
  const [pinned, setPinned] = useState(-1);
  const actions = (
    <div className="flex flex-wrap gap-3">
      {view === "picture" ? <ScaleChoice value={timeScale} onChange={setTimeScale} /> : null}
      <Choice
        label={t("cascades.view.label")}
        value={view}
        controls={panel}
        options={[
          { value: "picture", label: t("cascades.view.picture") },
          { value: "table", label: t("cascades.view.table") },
        ]}
        onChange={setView}
      />
    </div>
  );
  return (
    <Card
      title={t("cascades.picture.title")}
      actions={actions}
      {...(view === "picture" ? { note: t("cascades.picture.note") } : {})}
    >
      <div id={panel}>
        {view === "picture" ? (
          <CascadePicture
            shares={shares}
            timeScale={timeScale}
            zone={zone}
            pinned={pinned}
            onPin={setPinned}
          />
        ) : (
          <ShareTable shares={shares} zone={zone} pinned={pinned} onPin={setPinned} />
        )}
      </div>
    </Card>
  );
}

function ScaleChoice(props: { value: "linear" | "log"; onChange: (scale: "linear" | "log") => void }) {
  const t = useTranslate();
  const options = (["linear", "log"] as const).map((value) => ({
    value,
    label: t(`cascades.scale.${value}`),
  }));
  return <Choice label={t("cascades.scale.label")} options={options} {...props} />;
}

function fittingScale({ at }: CascadeShares): "linear" | "log" {
  const [start = 0] = at;
  const longest = at.reduce((most, time) => Math.max(most, time - start), 0);
  return (timeToHalf(at) ?? 0) < CROWDED * longest ? "log" : "linear";
}
