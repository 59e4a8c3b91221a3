import { useTranslate } from "#components/i18n/translate-provider.tsx";
import type { CascadeShares } from "#lib/cascade/cascade-shares.ts";
import type { PictureColours } from "./picture-colours.ts";

/** Which colour is which channel, and what the lines say. */
export function PictureLegend({ shares, colours }: { shares: CascadeShares; colours: PictureColours }) {
  const t = useTranslate();
  const { channels } = shares;
  const own = channels.length > colours.channels.length ? colours.channels.length - 1 : channels.length;
  const names = channels.slice(0, own);
  if (own < channels.length)
    names.push(t("cascades.picture.otherChannels", { count: channels.length - own }));
  const hasTouch = shares.evidence.includes("touch");
  const hasStated = shares.evidence.includes("stated");
  return (
    <ul className="mt-3 flex flex-wrap gap-x-4 gap-y-1.5 text-xs text-slate-600 dark:text-slate-400">
      {names.map((name, slot) => (
        <li key={name} className="flex items-center gap-1.5">
          <span
            aria-hidden="true"
            className="size-2.5 rounded-full"
            style={{ background: colours.channels[slot] }}
          />
          <bdi>{name}</bdi>
        </li>
      ))}
      {hasTouch && hasStated ? (
        <LineSample className="border-solid" text={t("cascades.picture.solid")} />
      ) : null}
      {hasTouch ? <LineSample className="border-dashed" text={t("cascades.picture.dashed")} /> : null}
    </ul>
  );
}

function LineSample({ className, text }: { className: string; text: string }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden="true" className={`w-6 border-t-2 border-slate-400 ${className}`} />
      {text}
    </li>
  );
}
